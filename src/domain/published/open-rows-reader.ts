import type { CivilDate } from '../../kernel/civil-date.ts';
import type { PublicReader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { PublishedData } from './published-data.ts';
import type { PublishedNoun, PublishedRelation } from './published-nouns.ts';
import { filesOfRecord, listedColumns, type PublishedAuthority } from './published-reader.ts';
import type { PublishedFile } from './published-record.ts';

/** A published record as programs are given it: everything but its text, with its files and where it leads. */
export type OpenRow<N extends PublishedNoun = PublishedNoun> = {
  readonly [One in N]: {
    readonly noun: One;
    readonly recordId: string;
    readonly title: string;
    readonly summary: string | null;
    readonly bodyId: string | null;
    readonly bodyName: string | null;
    readonly happenedOn: CivilDate | null;
    readonly year: number | null;
    readonly state: string | null;
    readonly registrationNumbers: readonly string[];
    readonly edition: number;
    readonly contentHash: string;
    readonly firstPublishedAt: Date;
    readonly publishedAt: Date;
    readonly data: PublishedData[One];
    readonly files: readonly PublishedFile[];
    readonly links: readonly {
      readonly relation: PublishedRelation;
      readonly noun: PublishedNoun;
      readonly recordId: string;
    }[];
  };
}[N];

/** Where a list goes on: after this record, in the order of nouns and ids, which no change of a record disturbs. */
export type OpenPlace = { readonly noun: string; readonly recordId: string };

/** Which records are asked for. Bounds of time are those of OParl 2.5.4: made known and changed, at and after or at and before. */
export type OpenFilter = {
  readonly bodyId?: string | undefined;
  readonly createdSince?: Date | undefined;
  readonly createdUntil?: Date | undefined;
  readonly modifiedSince?: Date | undefined;
  readonly modifiedUntil?: Date | undefined;
};

type Authority = Pick<PublishedAuthority, 'tenantId'>;

const linksOf = sql<OpenRow['links']>`coalesce((
  select json_agg(json_build_object('relation', l.relation, 'noun', l.to_noun, 'recordId', l.to_record_id) order by l.position)
  from pub.link l
  join pub.record o on o.tenant_id = l.tenant_id and o.noun = l.to_noun and o.record_id = l.to_record_id
  where l.tenant_id = record.tenant_id and l.noun = record.noun and l.record_id = record.record_id), '[]'::json)`;

function openQuery(r: PublicReader, authority: Authority, nouns: readonly PublishedNoun[]) {
  return r.db
    .selectFrom('pub.record as record')
    .select([...listedColumns.map((column) => `record.${column}` as const), 'record.content_hash', 'record.data'])
    .select([filesOfRecord.as('files'), linksOf.as('links')])
    .where('record.tenant_id', '=', authority.tenantId)
    .where('record.noun', 'in', [...nouns]);
}
type Found = Awaited<ReturnType<ReturnType<typeof openQuery>['execute']>>[number];

/** The next published records of some nouns after a place, in an order that lets whoever copies them miss none and meet none twice. */
export async function openRows<N extends PublishedNoun>(
  r: PublicReader,
  authority: Authority,
  nouns: readonly N[],
  {
    after,
    limit,
    filter = {},
  }: { readonly after?: OpenPlace | undefined; readonly limit: number; readonly filter?: OpenFilter },
): Promise<readonly OpenRow<N>[]> {
  if (nouns.length === 0) return [];
  const { bodyId, createdSince, createdUntil, modifiedSince, modifiedUntil } = filter;
  let query = openQuery(r, authority, nouns);
  if (after)
    query = query.where(sql<boolean>`(record.noun, record.record_id) > (${after.noun}, ${after.recordId}::uuid)`);
  if (bodyId) query = query.where('record.body_id', '=', bodyId);
  if (createdSince) query = query.where('record.first_published_at', '>=', createdSince);
  if (createdUntil) query = query.where('record.first_published_at', '<=', createdUntil);
  if (modifiedSince) query = query.where('record.published_at', '>=', modifiedSince);
  if (modifiedUntil) query = query.where('record.published_at', '<=', modifiedUntil);
  const rows = await query.orderBy('record.noun').orderBy('record.record_id').limit(limit).execute();
  return rows.map((row) => rowOf<N>(row));
}

/** Published records by their ids, whatever order they were asked in. */
export async function openRowsById<N extends PublishedNoun>(
  r: PublicReader,
  authority: Authority,
  nouns: readonly N[],
  recordIds: readonly string[],
): Promise<readonly OpenRow<N>[]> {
  if (recordIds.length === 0) return [];
  const rows = await openQuery(r, authority, nouns)
    .where('record.record_id', 'in', [...new Set(recordIds)])
    .execute();
  return rows.map((row) => rowOf<N>(row));
}

/** The published minutes of some meetings. */
export async function openMinutesOf(
  r: PublicReader,
  authority: Authority,
  meetingIds: readonly string[],
): Promise<readonly OpenRow<'minutes'>[]> {
  if (meetingIds.length === 0) return [];
  const rows = await openQuery(r, authority, ['minutes'])
    .where(sql<string>`record.data->>'meetingId'`, 'in', [...new Set(meetingIds)])
    .orderBy('record.record_id')
    .execute();
  return rows.map((row) => rowOf<'minutes'>(row));
}

/** The published meeting that an item of an agenda stands in. */
export async function openMeetingOfItem(
  r: PublicReader,
  authority: Authority,
  itemId: string,
): Promise<OpenRow<'meeting'> | undefined> {
  const row = await openQuery(r, authority, ['meeting'])
    .where(sql<boolean>`record.data @> ${JSON.stringify({ items: [{ id: itemId }] })}::jsonb`)
    .executeTakeFirst();
  return row && rowOf<'meeting'>(row);
}

/** The property of an item of an agenda that names a record of each noun. */
const namings = {
  matter: (id: string) => ({ items: [{ matterId: id }] }),
  assignment: (id: string) => ({ items: [{ assignmentIds: [id] }] }),
  decision: (id: string) => ({ items: [{ decisionIds: [id] }] }),
} as const satisfies Partial<Record<PublishedNoun, (id: string) => unknown>>;

/** The published meetings with an item that names some of these records. */
export async function openMeetingsNaming(
  r: PublicReader,
  authority: Authority,
  records: readonly Pick<OpenRow, 'noun' | 'recordId'>[],
): Promise<readonly OpenRow<'meeting'>[]> {
  const named = records.flatMap(({ noun, recordId }) =>
    noun in namings ? [JSON.stringify(namings[noun as keyof typeof namings](recordId))] : [],
  );
  if (named.length === 0) return [];
  const rows = await openQuery(r, authority, ['meeting'])
    .where(sql<boolean>`record.data @> any(${named}::jsonb[])`)
    .orderBy('record.record_id')
    .execute();
  return rows.map((row) => rowOf<'meeting'>(row));
}

/** Which of some records are published, by their ids. */
export async function openIds(
  r: PublicReader,
  authority: Authority,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, PublishedNoun>> {
  if (recordIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('pub.record')
    .select(['noun', 'record_id'])
    .where('tenant_id', '=', authority.tenantId)
    .where('record_id', 'in', [...new Set(recordIds)])
    .execute();
  return new Map(rows.map((row) => [row.record_id, row.noun as PublishedNoun]));
}

function rowOf<N extends PublishedNoun>(row: Found): OpenRow<N> {
  return {
    noun: row.noun,
    recordId: row.record_id,
    title: row.title,
    summary: row.summary,
    bodyId: row.body_id,
    bodyName: row.body_name,
    happenedOn: row.happened_on,
    year: row.year,
    state: row.state,
    registrationNumbers: row.registration_numbers,
    edition: row.edition,
    contentHash: row.content_hash,
    firstPublishedAt: row.first_published_at,
    publishedAt: row.published_at,
    data: row.data,
    files: row.files,
    links: row.links,
  } as OpenRow<N>;
}
