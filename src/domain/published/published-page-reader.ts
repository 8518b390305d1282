import type { CivilDate } from '../../kernel/civil-date.ts';
import { isCivilDate } from '../../kernel/civil-date.ts';
import { isId } from '../../kernel/id.ts';
import type { PublicReader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { PublishedNoun } from './published-nouns.ts';
import {
  type ListedRow,
  listedColumns,
  listedOf,
  type PublishedAuthority,
  type PublishedListed,
} from './published-reader.ts';

type Authority = Pick<PublishedAuthority, 'tenantId'>;

/** How a list of published records is narrowed. `told` is the status of an assignment, otherwise the state. */
export type PublishedFilter = {
  readonly bodyId?: string | undefined;
  readonly year?: number | undefined;
  readonly told?: string | undefined;
};

/** A published record in a list, with the code by which readers choose among its kind. */
export type PublishedRow = PublishedListed & { readonly told: string | null };

/** One way in which published records of a kind differ, with how many there are. */
export type PublishedGroup = {
  readonly bodyId: string | null;
  readonly bodyName: string | null;
  readonly year: number | null;
  readonly told: string | null;
  readonly count: number;
};

/** Where a list goes on: after this record, in the order of days (newest first, those without a day last) and ids. */
type Place = { readonly day: CivilDate | null; readonly id: string };

/** A page of published records of a kind, newest first, with the mark of the next page when there is one. */
export async function listPublished(
  r: PublicReader,
  { tenantId }: Authority,
  noun: PublishedNoun,
  options: PublishedFilter & { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly rows: readonly PublishedRow[]; readonly next: string | undefined }> {
  const { bodyId, year, told, limit } = options;
  const after = placeOf(options.after);
  let query = r.db
    .selectFrom('pub.record')
    .select([...listedColumns, 'told'])
    .where('tenant_id', '=', tenantId)
    .where('noun', '=', noun);
  if (bodyId) query = query.where('body_id', '=', bodyId);
  if (year !== undefined) query = query.where('year', '=', year);
  if (told) query = query.where('told', '=', told);
  if (after)
    query =
      after.day === null
        ? query.where('happened_on', 'is', null).where('record_id', '>', after.id)
        : query.where((e) =>
            e.or([
              e('happened_on', '<', after.day),
              e('happened_on', 'is', null),
              e.and([e('happened_on', '=', after.day), e('record_id', '>', after.id)]),
            ]),
          );
  const found = await query
    .orderBy('happened_on', (order) => order.desc().nullsLast())
    .orderBy('record_id')
    .limit(limit + 1)
    .execute();
  const rows = found
    .slice(0, limit)
    .map((row) => ({ ...listedOf(row as ListedRow), told: row.told }) satisfies PublishedRow);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? `${last.happenedOn ?? '-'}.${last.recordId}` : undefined };
}

/** Reads the mark of a page; one that we did not write is the beginning. */
function placeOf(mark: string | undefined): Place | undefined {
  const [day = '', id = ''] = (mark ?? '').split('.');
  if (!isId(id)) return undefined;
  if (day === '-') return { day: null, id };
  return isCivilDate(day) ? { day, id } : undefined;
}

/** How the published records of a kind divide on bodies, years and codes: what a list can be narrowed by, and its figures. */
export async function groupPublished(
  r: PublicReader,
  { tenantId }: Authority,
  noun: PublishedNoun,
): Promise<readonly PublishedGroup[]> {
  const rows = await r.db
    .selectFrom('pub.record')
    .select((e) => [
      'body_id',
      e.fn.max('body_name').as('body_name'),
      'year',
      'told',
      e.fn.countAll<string>().as('count'),
    ])
    .where('tenant_id', '=', tenantId)
    .where('noun', '=', noun)
    .groupBy(['body_id', 'year', 'told'])
    .execute();
  return rows.map((row) => ({
    bodyId: row.body_id,
    bodyName: row.body_name,
    year: row.year,
    told: row.told,
    count: Number(row.count),
  }));
}

/** The addresses of all that is published, a file of a sitemap at a time, in an order that no change disturbs. */
export async function listAddresses(
  r: PublicReader,
  { tenantId }: Authority,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly { readonly noun: PublishedNoun; readonly recordId: string; readonly publishedAt: Date }[]> {
  const rows = await r.db
    .selectFrom('pub.record')
    .select(['noun', 'record_id', 'published_at'])
    .where('tenant_id', '=', tenantId)
    .orderBy('noun')
    .orderBy('record_id')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    noun: row.noun as PublishedNoun,
    recordId: row.record_id,
    publishedAt: row.published_at,
  }));
}

/** The published meetings of a body (or of all) from a day on, with what a calendar needs. */
export async function listCalendar(
  r: PublicReader,
  { tenantId }: Authority,
  options: { readonly bodyId?: string | undefined; readonly from: CivilDate; readonly limit: number },
): Promise<readonly (PublishedListed & { readonly data: unknown })[]> {
  let query = r.db
    .selectFrom('pub.record')
    .select([...listedColumns, 'data'])
    .where('tenant_id', '=', tenantId)
    .where('noun', '=', 'meeting')
    .where('happened_on', '>=', options.from);
  if (options.bodyId) query = query.where('body_id', '=', options.bodyId);
  const rows = await query.orderBy('happened_on').orderBy('record_id').limit(options.limit).execute();
  return rows.map((row) => ({ ...listedOf(row as ListedRow), data: row.data }));
}

/** Counts rows of a kind that are published in a year; kept for sitemaps, which must know how many files they are. */
export async function countAddresses(r: PublicReader, { tenantId }: Authority): Promise<number> {
  const row = await r.db
    .selectFrom('pub.record')
    .select(sql<string>`count(*)`.as('count'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
