/**
 * How secret something is, asked by those who make something of it: a page of the public, an archive package, a release. A record is as secret as its own
 * level, the marks on its fields and everything it is made of, whichever is highest.
 */
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import { derivations, ownLevels } from './derivations.ts';
import { highestLevel, type SecrecyLevel } from './secrecy-levels.ts';
import type { SecrecyMark } from './secrecy-mark.ts';
import { marksOf } from './secrecy-mark-reader.ts';

/** A record of any noun, by the name that `record-address.ts` gives it. */
export type RecordRef = { readonly noun: string; readonly id: Id<string> };

export type Secrecy = {
  /** The highest of the two below: what is made of the record is at least as secret. */
  readonly level: SecrecyLevel;
  /** What is said of the record itself: its own level and the marks on its fields. */
  readonly own: SecrecyLevel;
  /** What it takes over from what it is made of. */
  readonly inherited: SecrecyLevel;
  /** The standing marks on its fields. */
  readonly marks: readonly SecrecyMark[];
  /** The fields that may not be laid before everybody, by name. */
  readonly hiddenFields: readonly string[];
};

/** How secret a record is, by itself and by what it is made of. */
export async function secrecyOf(r: Reader, noun: string, id: Id<string>): Promise<Secrecy> {
  const found = await sourcesOf(r, [{ noun, id }]);
  const itself = refKey({ noun, id });
  const levels = await levelsOf(r, found);
  const marks = await marksOf(r, [{ noun, id }]);
  const own = levels.get(itself) ?? 'open';
  const inherited = highestLevel([...levels].flatMap(([key, level]) => (key === itself ? [] : [level])));
  return {
    level: highestLevel([own, inherited]),
    own,
    inherited,
    marks,
    hiddenFields: [...new Set(marks.map(({ field }) => field))],
  };
}

/** The highest level among some records and everything they are made of. */
export async function highestOf(r: Reader, refs: readonly RecordRef[]): Promise<SecrecyLevel> {
  return highestLevel((await levelsOf(r, await sourcesOf(r, refs))).values());
}

const refKey = ({ noun, id }: RecordRef): string => `${noun}:${id}`;

/** Some records with all that they are made of, however far back: one query a kind of tie and step, never one a record. */
async function sourcesOf(r: Reader, refs: readonly RecordRef[]): Promise<readonly RecordRef[]> {
  const found = new Map(refs.map((ref) => [refKey(ref), ref]));
  let step: readonly RecordRef[] = [...found.values()];
  while (step.length > 0) {
    const next = new Map<string, RecordRef>();
    for (const [noun, ids] of idsByNoun(step))
      for (const ref of await tiesOf(r, noun, ids)) if (!found.has(refKey(ref))) next.set(refKey(ref), ref);
    for (const [key, ref] of next) found.set(key, ref);
    step = [...next.values()];
  }
  return [...found.values()];
}

function idsByNoun(refs: readonly RecordRef[]): ReadonlyMap<string, readonly string[]> {
  const byNoun = new Map<string, string[]>();
  for (const { noun, id } of refs) byNoun.set(noun, [...(byNoun.get(noun) ?? []), id]);
  return byNoun;
}

/** What the records of one noun are directly made of, in one query. */
async function tiesOf(r: Reader, noun: string, ids: readonly string[]): Promise<readonly RecordRef[]> {
  const parts = derivations.flatMap((one) => {
    if (one.derived !== noun) return [];
    const { table, via } = one;
    const derived = sql.ref(`${via?.table ?? table}.${one.derivedColumn}`);
    const joined = via
      ? sql`join ${sql.table(via.table)} on ${sql.ref(`${via.table}.tenant_id`)} = ${sql.ref(`${table}.tenant_id`)}
          and ${sql.ref(`${via.table}.${via.to}`)} = ${sql.ref(`${table}.${via.from}`)}`
      : sql``;
    const ofNoun = one.sourceNounColumn
      ? sql`and ${sql.ref(`${table}.${one.sourceNounColumn}`)} = ${one.source}`
      : sql``;
    const source = sql.ref(`${table}.${one.sourceColumn}`);
    return [
      sql`select ${one.source}::text as noun, ${source} as id from ${sql.table(table)} ${joined}
        where ${sql.ref(`${table}.tenant_id`)} = ${r.tenantId} and ${derived} = any(${ids}::uuid[])
          and ${source} is not null ${ofNoun}`,
    ];
  });
  if (parts.length === 0) return [];
  const ties = sql<RecordRef>`(${sql.join(parts, sql` union all `)})`.as<'tie'>(sql`tie`);
  return await r.db.selectFrom(ties).select(['noun', 'id']).distinct().execute();
}

/** The own level of each record that has one above open: by its row, or by the marks on its fields. */
async function levelsOf(r: Reader, refs: readonly RecordRef[]): Promise<ReadonlyMap<string, SecrecyLevel>> {
  if (refs.length === 0) return new Map();
  const levels = new Map<string, SecrecyLevel>();
  const note = (ref: RecordRef, level: string) =>
    levels.set(refKey(ref), highestLevel([levels.get(refKey(ref)) ?? 'open', level]));
  const byNoun = idsByNoun(refs);
  const parts = Object.entries(ownLevels).flatMap(([noun, table]) => {
    const ids = byNoun.get(noun);
    if (!ids) return [];
    return [
      sql`select ${noun}::text as noun, id, secrecy_level as level from ${sql.table(table)}
        where tenant_id = ${r.tenantId} and id = any(${ids}::uuid[])`,
    ];
  });
  if (parts.length > 0) {
    const rows = sql<RecordRef & { level: string }>`(${sql.join(parts, sql` union all `)})`.as<'own'>(sql`own`);
    for (const row of await r.db.selectFrom(rows).select(['noun', 'id', 'level']).execute()) note(row, row.level);
  }
  for (const mark of await marksOf(r, refs)) note({ noun: mark.noun, id: mark.recordId }, mark.level);
  return levels;
}
