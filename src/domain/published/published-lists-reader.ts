import type { CivilDate } from '../../kernel/civil-date.ts';
import type { PublicReader } from '../../storage/database.ts';
import type { PublishedNoun } from './published-nouns.ts';
import {
  type ListedRow,
  listedColumns,
  listedOf,
  type PublishedAuthority,
  type PublishedListed,
} from './published-reader.ts';

type Authority = Pick<PublishedAuthority, 'tenantId'>;

/** The number of the newest change of what an authority has published; `0` before the first. What was answered holds as long as it stays. */
export async function latestChange(r: PublicReader, { tenantId }: Authority): Promise<string> {
  const row = await r.db
    .selectFrom('pub.change')
    .select('seq')
    .where('tenant_id', '=', tenantId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? '0';
}

/** The authority whose portal has the name. */
export async function findAuthority(r: PublicReader, slug: string): Promise<PublishedAuthority | undefined> {
  const row = await r.db.selectFrom('pub.authority').selectAll().where('slug', '=', slug).executeTakeFirst();
  return (
    row && {
      tenantId: row.tenant_id,
      slug: row.slug,
      name: row.name,
      organisationNumber: row.organisation_number,
      openedAt: row.opened_at,
    }
  );
}

/** Whether something was published at this address and then withdrawn. */
export async function wasWithdrawn(
  r: PublicReader,
  { tenantId }: Authority,
  noun: PublishedNoun,
  recordId: string,
): Promise<boolean> {
  const row = await r.db
    .selectFrom('pub.change')
    .select('kind')
    .where('tenant_id', '=', tenantId)
    .where('noun', '=', noun)
    .where('record_id', '=', recordId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.kind === 'withdrawn';
}

/** What was published last, newest first. */
export async function listNewest(
  r: PublicReader,
  { tenantId }: Authority,
  options: { readonly noun?: PublishedNoun | undefined; readonly bodyId?: string | undefined; readonly limit: number },
): Promise<readonly PublishedListed[]> {
  let query = r.db.selectFrom('pub.record').select(listedColumns).where('tenant_id', '=', tenantId);
  if (options.noun) query = query.where('noun', '=', options.noun);
  if (options.bodyId) query = query.where('body_id', '=', options.bodyId);
  const rows = await query.orderBy('published_at', 'desc').orderBy('record_id').limit(options.limit).execute();
  return rows.map((row) => listedOf(row as ListedRow));
}

/** The meetings from a day on, the nearest first. */
export async function listComing(
  r: PublicReader,
  { tenantId }: Authority,
  from: CivilDate,
  limit: number,
): Promise<readonly PublishedListed[]> {
  const rows = await r.db
    .selectFrom('pub.record')
    .select(listedColumns)
    .where('tenant_id', '=', tenantId)
    .where('noun', '=', 'meeting')
    .where('happened_on', '>=', from)
    .orderBy('happened_on')
    .orderBy('record_id')
    .limit(limit)
    .execute();
  return rows.map((row) => listedOf(row as ListedRow));
}

/** How many records of each kind are published. */
export async function countPublished(
  r: PublicReader,
  { tenantId }: Authority,
): Promise<ReadonlyMap<PublishedNoun, number>> {
  const rows = await r.db
    .selectFrom('pub.record')
    .select((e) => ['noun', e.fn.countAll<string>().as('count')])
    .where('tenant_id', '=', tenantId)
    .groupBy('noun')
    .execute();
  return new Map(rows.map(({ noun, count }) => [noun as PublishedNoun, Number(count)]));
}
