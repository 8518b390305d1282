/** Records in the world of the matrix whose fields hold a word that stands nowhere else, each at one level of secrecy. */
import { sql } from 'kysely';
import {
  type MarkableNoun,
  markableFields,
  markField,
  type SecrecyLevel,
  secrecyLevelCodes,
} from '../../../src/domain/secrecy/index.ts';
import type { Id } from '../../../src/kernel/id.ts';
import { type AddressedNoun, recordAddress } from '../../../src/kernel/record-address.ts';
import type { DemoSite } from '../demo-site.ts';
import type { Letter } from './principals.ts';

/**
 * Who may read a text of each level where it stands or where it is kept: decided by people, as the table of actions is. Working material and what is
 * internal stay in the house; what a provision covers is for those who handle, lead, register or keep it. The portal shows none of it.
 */
export const levelDecisions: Readonly<Record<SecrecyLevel, string>> = {
  open: 'MDJPSHCLRVAOK',
  workingMaterial: 'MDJPSHCLRVAOK',
  internal: 'MDJPSHCLRVAOK',
  secret: 'PSHROK',
  protectedPerson: 'PSHROK',
};

/** A text that was marked: its word, where it would be read if it were not marked, and where who may read it finds it. */
export type MarkedText = {
  readonly word: string;
  readonly noun: MarkableNoun;
  readonly level: SecrecyLevel;
  readonly page: string;
  readonly kept: string | null;
};

export function mayRead(level: SecrecyLevel, letter: Letter): boolean {
  return levelDecisions[level].includes(letter);
}

/** How each of the words begins. */
export const secretWord = 'hemlighet';

/** Puts a word into one record of each noun for each level, and marks its field. */
export async function markTexts(site: DemoSite): Promise<readonly MarkedText[]> {
  const marked: MarkedText[] = [];
  for (const noun of Object.keys(markableFields) as MarkableNoun[])
    for (const level of secrecyLevelCodes.toReversed()) {
      const { table, fields } = markableFields[noun];
      const [field, { column }] = Object.entries(fields).find(([, one]) => one.column !== null)!;
      const word = `${secretWord}${noun}${level}x`.toLowerCase();
      const text = `Ord om ${word}`;
      const id = await site.write('secrecy.mark', async (w) => {
        const { rows } = await sql<{ id: Id<string>; within: string | null }>`
          select id, ${sql.raw(withinOf(noun))} as within from ${sql.table(table)}
          where tenant_id = ${w.tenantId} and ${sql.ref(column!)} is not null
            and ${sql.ref(column!)} not like 'Ord om hemlighet%' and id not in (select record_id from secrecy_mark where tenant_id = ${w.tenantId}) order by id limit 1`.execute(
          w.db,
        );
        const row = rows[0];
        if (!row) {
          await w.log({ noun, recordId: w.tenantId, summary: 'matrix' });
          return undefined;
        }
        await sql`update ${sql.table(table)} set ${sql.ref(column!)} = ${text} where tenant_id = ${w.tenantId} and id = ${row.id}`.execute(
          w.db,
        );
        const markId =
          level === 'open'
            ? null
            : await markField(w, { noun, recordId: row.id, field, level, provision: provisionOf(level) });
        await w.log({ noun, recordId: row.id, summary: 'matrix' });
        return { ...row, markId };
      });
      // Where the demonstration has few records of a noun, the highest levels are met by it and the lower ones by the others.
      if (id) marked.push({ word, noun, level, page: pageOf(noun, id), kept: id.markId && `/sekretess/${id.markId}` });
    }
  return marked;
}

const provisionOf = (level: SecrecyLevel) =>
  level === 'secret' || level === 'protectedPerson' ? 'OSL 25 kap. 1 §' : null;

/** The column that leads to the record on whose page a noun is read; nothing for what has a page of its own. */
function withinOf(noun: MarkableNoun): string {
  return {
    document: 'null',
    agendaItem: 'meeting_id',
    decision: 'null',
    decisionClause: 'decision_id',
    assignment: 'null',
    decisionTask: 'null',
  }[noun];
}

function pageOf(noun: MarkableNoun, { id, within }: { readonly id: string; readonly within: string | null }): string {
  if (noun === 'agendaItem') return recordAddress('meeting', within!);
  return noun === 'decisionClause' ? recordAddress('decision', within!) : recordAddress(noun as AddressedNoun, id);
}
