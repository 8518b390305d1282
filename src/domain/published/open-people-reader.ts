import type { PublicReader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { OpenFilter } from './open-rows-reader.ts';
import type { PublishedAuthority } from './published-reader.ts';

/** Somebody who is published in an elected or official role, with the moments when they were first and last made known. */
export type OpenPerson = {
  readonly personId: string;
  readonly name: string;
  readonly party: string | null;
  readonly firstPublishedAt: Date;
  readonly publishedAt: Date;
};

/**
 * Those who are published in a role: of a body, present at a meeting, or voting by name. Each once, under the name of the newest publication, in the
 * order of their ids.
 */
export async function openPeople(
  r: PublicReader,
  authority: Pick<PublishedAuthority, 'tenantId'>,
  {
    after,
    personId,
    limit,
    filter = {},
  }: {
    readonly after?: string | undefined;
    readonly personId?: string;
    readonly limit: number;
    readonly filter?: OpenFilter;
  },
): Promise<readonly OpenPerson[]> {
  const { createdSince, createdUntil, modifiedSince, modifiedUntil } = filter;
  const first = sql<Date>`min(record.first_published_at)`;
  const newest = sql<Date>`max(record.published_at)`;
  const told = r.db
    .selectFrom('pub.record as record')
    .innerJoin(
      sql<{
        told: unknown;
      }>`lateral (select jsonb_path_query(record.data, '$.roles[*]')
        union all select jsonb_path_query(record.data, '$.present[*]')
        union all select jsonb_path_query(record.data, '$.votes[*].votes[*]'))`.as<'person'>(sql`person(told)`),
      (join) => join.onTrue(),
    )
    .select([
      sql<string>`person.told->>'personId'`.as('person_id'),
      sql<string>`(array_agg(person.told->>'name' order by record.published_at desc))[1]`.as('name'),
      sql<string | null>`(array_agg(person.told->>'party' order by record.published_at desc))[1]`.as('party'),
      first.as('first_published_at'),
      newest.as('published_at'),
    ])
    .where('record.tenant_id', '=', authority.tenantId)
    .where('record.noun', 'in', ['body', 'meeting', 'decision'])
    .$if(after !== undefined, (query) => query.where(sql<boolean>`person.told->>'personId' > ${after}`))
    .$if(personId !== undefined, (query) => query.where(sql<boolean>`person.told->>'personId' = ${personId}`))
    .groupBy(sql`person.told->>'personId'`)
    .$if(createdSince !== undefined, (query) => query.having(first, '>=', createdSince!))
    .$if(createdUntil !== undefined, (query) => query.having(first, '<=', createdUntil!))
    .$if(modifiedSince !== undefined, (query) => query.having(newest, '>=', modifiedSince!))
    .$if(modifiedUntil !== undefined, (query) => query.having(newest, '<=', modifiedUntil!))
    .orderBy(sql`person.told->>'personId'`)
    .limit(limit);
  const rows = await told.execute();
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    party: row.party,
    firstPublishedAt: row.first_published_at,
    publishedAt: row.published_at,
  }));
}

/** A place where published meetings are held, known by the hash of what it is called. */
export type OpenMeetingPlace = {
  readonly hash: string;
  readonly place: string;
  readonly firstPublishedAt: Date;
  readonly publishedAt: Date;
};

/** The places of published meetings, each once, in the order of their hashes. */
export async function openMeetingPlaces(
  r: PublicReader,
  authority: Pick<PublishedAuthority, 'tenantId'>,
  {
    after,
    hash,
    limit,
    filter = {},
  }: {
    readonly after?: string | undefined;
    readonly hash?: string;
    readonly limit: number;
    readonly filter?: OpenFilter;
  },
): Promise<readonly OpenMeetingPlace[]> {
  const { createdSince, createdUntil, modifiedSince, modifiedUntil } = filter;
  const first = sql<Date>`min(first_published_at)`;
  const newest = sql<Date>`max(published_at)`;
  const rows = await r.db
    .selectFrom('pub.record')
    .select([
      sql<string>`md5(data->>'place')`.as('hash'),
      sql<string>`min(data->>'place')`.as('place'),
      first.as('first_published_at'),
      newest.as('published_at'),
    ])
    .where('tenant_id', '=', authority.tenantId)
    .where('noun', '=', 'meeting')
    .where(sql<boolean>`data->>'place' is not null`)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`md5(data->>'place') > ${after}`))
    .$if(hash !== undefined, (query) => query.where(sql<boolean>`md5(data->>'place') = ${hash}`))
    .groupBy(sql`md5(data->>'place')`)
    .$if(createdSince !== undefined, (query) => query.having(first, '>=', createdSince!))
    .$if(createdUntil !== undefined, (query) => query.having(first, '<=', createdUntil!))
    .$if(modifiedSince !== undefined, (query) => query.having(newest, '>=', modifiedSince!))
    .$if(modifiedUntil !== undefined, (query) => query.having(newest, '<=', modifiedUntil!))
    .orderBy(sql`md5(data->>'place')`)
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    hash: row.hash,
    place: row.place,
    firstPublishedAt: row.first_published_at,
    publishedAt: row.published_at,
  }));
}
