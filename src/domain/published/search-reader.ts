import type { PublicReader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { PublishedNoun } from './published-nouns.ts';
import type { PublishedFilter, PublishedGroup, PublishedRow } from './published-page-reader.ts';
import { type ListedRow, listedColumns, listedOf, type PublishedAuthority } from './published-reader.ts';
import { readQuestion, type SearchQuestion, type SnippetPiece, snippetOf } from './search-words.ts';

/** Passages that are weighed at most. Beyond that the order of hits says nothing and the counting would cost more than the answer. */
export const mostCandidates = 5_000;
const pageSize = 20;

export type SearchHit = PublishedRow & {
  readonly passages: readonly {
    readonly anchor: string | null;
    readonly heading: string | null;
    readonly pieces: readonly SnippetPiece[];
  }[];
};

export type SearchAnswer = {
  readonly hits: readonly SearchHit[];
  /** Records found, as far as was counted. */
  readonly total: number;
  /** More passages were found than are weighed: the total is "at least". */
  readonly capped: boolean;
  readonly next: string | undefined;
  /** How what was found divides on kinds, bodies, years and codes. */
  readonly groups: readonly (PublishedGroup & { readonly noun: PublishedNoun })[];
  /** Nothing of the question can be searched for: only words that stand everywhere. */
  readonly empty: boolean;
};

export type SearchAsk = PublishedFilter & {
  readonly words: string;
  readonly noun?: PublishedNoun | undefined;
  readonly after?: string | undefined;
};

type Found = ListedRow & {
  readonly told: string | null;
  readonly rank: string;
  readonly positions: readonly number[];
  readonly total: string;
  readonly weighed: string;
  readonly groups: SearchAnswer['groups'];
  readonly stems: readonly string[];
};

/**
 * Searches what an authority has published. Diary numbers and sections that match exactly come first, then records by how well their passages fit. One
 * question to the database finds, weighs, counts and groups; a second fetches the words of the page.
 */
export async function searchPublished(
  r: PublicReader,
  { tenantId }: Pick<PublishedAuthority, 'tenantId'>,
  ask: SearchAsk,
): Promise<SearchAnswer> {
  const nothing = { hits: [], total: 0, capped: false, next: undefined, groups: [], empty: false };
  const question = readQuestion(ask.words);
  const { words, phrases, registrationNumbers, sections } = question;
  if (words === '' && phrases.length === 0 && sections.length === 0) return { ...nothing, empty: true };
  const found = await findRecords(r, tenantId, question, ask);
  const first = found[0];
  if (!first)
    return { ...nothing, empty: registrationNumbers.length + sections.length === 0 && !(await isAsked(r, question)) };
  const shown = found.slice(0, pageSize);
  const passages = await passagesOf(r, tenantId, shown);
  const last = shown.at(-1);
  return {
    hits: shown.map((row) => ({
      ...listedOf(row),
      told: row.told,
      passages: row.positions.flatMap((position) => {
        const passage = passages.get(`${row.noun} ${row.record_id} ${position}`);
        return passage ? [{ ...passage, pieces: snippetOf(passage.words, row.stems) }] : [];
      }),
    })),
    total: Number(first.total),
    capped: Number(first.weighed) >= mostCandidates,
    next: found.length > pageSize && last ? `${last.rank}.${last.record_id}` : undefined,
    groups: first.groups,
    empty: false,
  };
}

async function findRecords(
  r: PublicReader,
  tenantId: string,
  { words, phrases, registrationNumbers, sections }: SearchQuestion,
  ask: SearchAsk,
): Promise<readonly Found[]> {
  const all = `${words} ${phrases.join(' ')}`;
  const phrase = phrases.map((one) => sql`phraseto_tsquery('pg_catalog.swedish', ${one})`);
  const asked = [...(words === '' ? [] : [sql`pub.words_query(${words})`]), ...phrase];
  const query = asked.length > 0 ? sql`(${sql.join(asked, sql` && `)})` : sql`null::tsquery`;
  const place = placeOf(ask.after);
  const where = sql.join(
    [
      sql`true`,
      ...(ask.noun ? [sql`r.noun = ${ask.noun}`] : []),
      ...(ask.bodyId ? [sql`r.body_id = ${ask.bodyId}::uuid`] : []),
      ...(ask.year !== undefined ? [sql`r.year = ${ask.year}`] : []),
      ...(ask.told ? [sql`r.told = ${ask.told}`] : []),
    ],
    sql` and `,
  );
  const narrowed = ask.noun || ask.bodyId || ask.year !== undefined || ask.told;
  const beside = narrowed
    ? sql`join pub.record r on r.tenant_id = p.tenant_id and r.noun = p.noun and r.record_id = p.record_id`
    : sql``;
  const sectionsAsked =
    sections.length > 0
      ? sql`union all (select p.noun, p.record_id, p.position, 50::float4 as rank from pub.passage p ${beside}
          where p.tenant_id = ${tenantId}::uuid and p.section = any(${sections}::text[]) and ${where} limit 500)`
      : sql``;
  const numbersAsked =
    registrationNumbers.length > 0
      ? sql`union all (select r.noun, r.record_id, 0, 100::float4 from pub.record r
          where r.tenant_id = ${tenantId}::uuid and r.registration_numbers && ${registrationNumbers}::text[] and ${where} limit 500)`
      : sql``;
  const { rows } = await sql<Found>`
    with matched as materialized (
      select p.noun, p.record_id, p.position, p.tsv from pub.passage p ${beside}
      where p.tenant_id = ${tenantId}::uuid and p.tsv @@ ${query} and ${where} limit ${mostCandidates}),
    passages as (
      select noun, record_id, position, ts_rank(tsv, ${query}, 1) + case position when 0 then 0.2 else 0 end as rank from matched
      ${sectionsAsked} ${numbersAsked}),
    records as materialized (
      select noun, record_id, round(max(rank)::numeric, 6) as rank, (array_agg(position order by rank desc, position))[1:3] as positions
      from passages group by noun, record_id),
    grouped as (
      select noun, body_id as "bodyId", max(body_name) as "bodyName", year, told, count(*)::integer as count
      from records cross join lateral (select body_id, body_name, year, told from pub.record r
        where r.tenant_id = ${tenantId}::uuid and r.noun = records.noun and r.record_id = records.record_id limit 1) one
      group by noun, body_id, year, told)
    select ${sql.raw(listedColumns.map((column) => `r.${column}`).join(', '))}, r.told, f.rank::text as rank, f.positions,
      (select count(*) from records)::text as total, (select count(*) from matched)::text as weighed,
      (select coalesce(json_agg(grouped), '[]') from grouped) as groups, pub.word_stems(${all}) as stems
    from (select * from records ${
      place ? sql`where (rank, record_id) < (${place.rank}::numeric, ${place.id}::uuid)` : sql``
    } order by rank desc, record_id desc limit ${pageSize + 1}) f
    join pub.record r on r.tenant_id = ${tenantId}::uuid and r.noun = f.noun and r.record_id = f.record_id
    order by f.rank desc, f.record_id desc`.execute(r.db as never);
  return rows;
}

function placeOf(mark: string | undefined): { readonly rank: string; readonly id: string } | undefined {
  const match = /^(\d{1,4}\.\d{6})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(mark ?? '');
  return match ? { rank: match[1]!, id: match[2]! } : undefined;
}

/** Whether anything is left to search for when the words that stand everywhere are taken away. */
async function isAsked(r: PublicReader, { words, phrases }: SearchQuestion): Promise<boolean> {
  const { rows } = await sql<{
    stems: readonly string[];
  }>`select pub.word_stems(${`${words} ${phrases.join(' ')}`}) as stems`.execute(r.db as never);
  return (rows[0]?.stems.length ?? 0) > 0;
}

type Passage = { readonly anchor: string | null; readonly heading: string | null; readonly words: string };

async function passagesOf(
  r: PublicReader,
  tenantId: string,
  rows: readonly Found[],
): Promise<ReadonlyMap<string, Passage>> {
  const wanted = rows.flatMap(({ noun, record_id, positions }) =>
    positions.filter((position) => position > 0).map((position) => ({ noun, id: record_id, position })),
  );
  if (wanted.length === 0) return new Map();
  const found = await r.db
    .selectFrom('pub.passage')
    .select(['noun', 'record_id', 'position', 'anchor', 'heading', 'words'])
    .where('tenant_id', '=', tenantId)
    .where((e) =>
      e(
        e.refTuple('noun', 'record_id', 'position'),
        'in',
        wanted.map(({ noun, id, position }) => e.tuple(noun, id, position)),
      ),
    )
    .execute();
  return new Map(found.map((row) => [`${row.noun} ${row.record_id} ${row.position}`, row]));
}

/** Words of published titles and headings that look like a word that was not found: what may have been meant. */
export async function suggestWords(
  r: PublicReader,
  { tenantId }: Pick<PublishedAuthority, 'tenantId'>,
  typed: string,
): Promise<readonly string[]> {
  const words = readQuestion(typed).words.split(' ').slice(0, 5);
  const meant = await Promise.all(
    words.map(async (word) => {
      const { rows } = await sql<{ word: string; alike: number }>`
        select word, pub.similarity(plain, pub.plain_word(${word})) as alike from pub.word
        where tenant_id = ${tenantId}::uuid and plain operator(pub.%) pub.plain_word(${word})
        order by alike desc, records desc, word limit 3`.execute(r.db as never);
      return rows;
    }),
  );
  if (meant.some((found) => found.length === 0) && meant.length > 1)
    return meant.flatMap((found) => found.slice(0, 1).map(({ word }) => word)).slice(0, 3);
  if (meant.length === 1) return meant[0]!.map(({ word }) => word).filter((word) => word !== words[0]?.toLowerCase());
  return [meant.map((found) => found[0]!.word).join(' ')];
}
