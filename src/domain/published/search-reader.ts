import type { PublicReader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { PublishedNoun } from './published-nouns.ts';
import type { PublishedFilter, PublishedRow } from './published-page-reader.ts';
import { type ListedRow, listedColumns, listedOf, type PublishedAuthority } from './published-reader.ts';
import { readQuestion, type SearchQuestion, type SnippetPiece, snippetOf } from './search-words.ts';

/**
 * Passages that are weighed at most, the newest first. Beyond that the order of hits says nothing and the counting would cost more than the answer; so the
 * limit is set before anything is ranked, grouped or fetched, and what narrows a question stands at the passage itself.
 */
export const mostCandidates = 5_000;
/** Passages that are taken at most because a number of section or diary fits exactly. */
const mostExact = 500;
const pageSize = 20;

export type SearchHit = PublishedRow & {
  readonly passages: readonly {
    readonly anchor: string | null;
    readonly heading: string | null;
    readonly pieces: readonly SnippetPiece[];
  }[];
};

/** One kind, body, year or code that an answer can be narrowed by, with how many of the records found are of it. */
export type SearchGroup = {
  readonly by: 'noun' | 'body' | 'year' | 'told';
  /** The kind; null where records of all kinds are counted together. */
  readonly noun: PublishedNoun | null;
  readonly bodyId: string | null;
  readonly bodyName: string | null;
  readonly year: number | null;
  readonly told: string | null;
  readonly count: number;
};

export type SearchAnswer = {
  readonly hits: readonly SearchHit[];
  /** Records found, as far as was counted. */
  readonly total: number;
  /** More passages were found than are weighed: the total is "at least". */
  readonly capped: boolean;
  readonly next: string | undefined;
  readonly groups: readonly SearchGroup[];
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
  readonly passages: readonly {
    readonly anchor: string | null;
    readonly heading: string | null;
    readonly words: string;
  }[];
  readonly groups: readonly (Omit<SearchGroup, 'by'> & {
    readonly by: SearchGroup['by'] | 'all';
    readonly places: number;
  })[];
  readonly stems: readonly string[];
};

/**
 * Searches what an authority has published. Diary numbers and sections that match exactly come first, then records by how well their passages fit. One
 * question to the database finds, weighs, counts, groups and fetches the words of the page.
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
  const { rows: found } = await searchQuery(tenantId, question, ask).execute(r.db as never);
  const first = found[0];
  if (!first)
    return { ...nothing, empty: registrationNumbers.length + sections.length === 0 && !(await isAsked(r, question)) };
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  const whole = first.groups.find(({ by }) => by === 'all');
  return {
    hits: shown.map((row) => ({
      ...listedOf(row),
      told: row.told,
      passages: row.passages.map(({ anchor, heading, words }) => ({
        anchor,
        heading,
        pieces: snippetOf(words, row.stems),
      })),
    })),
    total: whole?.count ?? 0,
    capped: (whole?.places ?? 0) >= mostCandidates,
    next: found.length > pageSize && last ? `${last.rank}.${last.record_id}` : undefined,
    groups: first.groups.flatMap(({ by, places: _, ...group }) => (by === 'all' ? [] : [{ by, ...group }])),
    empty: false,
  };
}

/** The question of a search, as it is put to the database. Tests and benches ask how it is answered. */
export function searchQuery(
  tenantId: string,
  { words, phrases, registrationNumbers, sections }: SearchQuestion,
  ask: Omit<SearchAsk, 'words'>,
) {
  const all = `${words} ${phrases.join(' ')}`;
  const phrase = phrases.map((one) => sql`phraseto_tsquery('pg_catalog.swedish', ${one})`);
  const asked = [...(words === '' ? [] : [sql`pub.words_query(${words})`]), ...phrase];
  const query = asked.length > 0 ? sql`(${sql.join(asked, sql` && `)})` : sql`null::tsquery`;
  const place = placeOf(ask.after);
  const narrowed = sql.join(
    [
      sql`one.tenant_id = ${tenantId}::uuid`,
      ...(ask.noun ? [sql`one.noun = ${ask.noun}`] : []),
      ...(ask.bodyId ? [sql`one.body_id = ${ask.bodyId}::uuid`] : []),
      ...(ask.year !== undefined ? [sql`one.year = ${ask.year}`] : []),
      ...(ask.told ? [sql`one.told = ${ask.told}`] : []),
    ],
    sql` and `,
  );
  // Compared as bytes: what is counted by these is not put in the order of a language, which costs more than all the rest.
  const record = sql`one.record_id, one.noun collate "C" as noun, one.told collate "C" as told, one.body_id, one.year`;
  const sectionsAsked =
    sections.length > 0
      ? sql`union all (select ${record}, one.position, 50::float4 from pub.passage one
          where ${narrowed} and one.section = any(${sections}::text[]) limit ${mostExact})`
      : sql``;
  const numbersAsked =
    registrationNumbers.length > 0
      ? sql`union all (select ${record}, 0, 100::float4 from pub.record one
          where ${narrowed} and one.registration_numbers && ${registrationNumbers}::text[] limit ${mostExact})`
      : sql``;
  return sql<Found>`
    with matched as materialized (
      select ${record}, one.position, one.tsv from pub.passage one
      where ${narrowed} and one.tsv @@ ${query} order by one.filed desc limit ${mostCandidates}),
    passages as (
      select record_id, noun, told, body_id, year, position,
        ts_rank(tsv, ${query}, 1) + case position when 0 then 0.2 else 0 end as rank from matched
      ${sectionsAsked} ${numbersAsked}),
    records as materialized (
      select record_id, noun, told, body_id, year, (max(rank) * 1000000)::integer as rank,
        (array_agg(position order by rank desc, position))[1:3] as positions, count(*) as places
      from passages group by record_id, noun, told, body_id, year),
    grouped as (
      select (array['told', 'noun', 'body', 'year', 'all'])[array_position(array[6, 7, 11, 13, 15], grouping(noun, body_id, year, told))] as by,
        noun, body_id, year, told, count(*)::integer as count, sum(places)::integer as places
      from records group by grouping sets ((noun), (body_id), (year), (noun, told), ())),
    named as (
      select by, noun, body_id as "bodyId", year, told, count, places,
        (select r.body_name from pub.record r where r.tenant_id = ${tenantId}::uuid and r.body_id = grouped.body_id limit 1) as "bodyName"
      from grouped)
    select ${sql.raw(listedColumns.map((column) => `r.${column}`).join(', '))}, r.told, f.rank::text as rank,
      (select coalesce(json_agg(json_build_object('anchor', p.anchor, 'heading', p.heading, 'words', p.words)
          order by array_position(f.positions, p.position)), '[]')
        from pub.passage p where p.tenant_id = ${tenantId}::uuid and p.noun = f.noun and p.record_id = f.record_id
          and p.position > 0 and p.position = any(f.positions)) as passages,
      (select json_agg(named) from named) as groups, pub.word_stems(${all}) as stems
    from (select * from records ${
      place ? sql`where (rank, record_id) < (${place.rank}::integer, ${place.id}::uuid)` : sql``
    } order by rank desc, record_id desc limit ${pageSize + 1}) f
    join pub.record r on r.tenant_id = ${tenantId}::uuid and r.noun = f.noun and r.record_id = f.record_id
    order by f.rank desc, f.record_id desc`;
}

function placeOf(mark: string | undefined): { readonly rank: string; readonly id: string } | undefined {
  const match = /^(\d{1,9})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(mark ?? '');
  return match ? { rank: match[1]!, id: match[2]! } : undefined;
}

/** Whether anything is left to search for when the words that stand everywhere are taken away. */
async function isAsked(r: PublicReader, { words, phrases }: SearchQuestion): Promise<boolean> {
  const { rows } = await sql<{
    stems: readonly string[];
  }>`select pub.word_stems(${`${words} ${phrases.join(' ')}`}) as stems`.execute(r.db as never);
  return (rows[0]?.stems.length ?? 0) > 0;
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
