import type { CivilDate } from '../../kernel/civil-date.ts';
import type { PublicReader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { PublishedNoun } from './published-nouns.ts';
import type { PublishedAuthority } from './published-reader.ts';

type Authority = Pick<PublishedAuthority, 'tenantId'>;

/** How many records of a noun are published that are about a year; null gathers those that are about no year. */
export type OpenCount = { readonly noun: PublishedNoun; readonly year: number | null; readonly count: number };

/** What is known in the open to have happened in a year, and how much of what should follow from it is published too. */
export type OpenCompleteness = {
  readonly year: number;
  readonly meetingsHeld: number;
  readonly meetingsWithMinutes: number;
  readonly decisionsNamed: number;
  readonly decisionsPublished: number;
};

/** The number of the newest change of what is published, and the moments of the first and the newest; undefined while nothing has been published. */
export async function changesSoFar(
  r: PublicReader,
  authority: Authority,
): Promise<{ readonly seq: string; readonly first: Date; readonly newest: Date } | undefined> {
  const row = await r.db
    .selectFrom('pub.change')
    .select(({ fn }) => [fn.max('seq').as('seq'), fn.min('at').as('first'), fn.max('at').as('newest')])
    .where('tenant_id', '=', authority.tenantId)
    .executeTakeFirstOrThrow();
  return row.seq === null ? undefined : { seq: row.seq, first: row.first, newest: row.newest };
}

/** The first and the last day that a published record is about. */
export async function openDays(
  r: PublicReader,
  authority: Authority,
): Promise<{ readonly first: CivilDate; readonly last: CivilDate } | undefined> {
  const row = await r.db
    .selectFrom('pub.record')
    .select(({ fn }) => [fn.min('happened_on').as('first'), fn.max('happened_on').as('last')])
    .where('tenant_id', '=', authority.tenantId)
    .executeTakeFirstOrThrow();
  return row.first === null || row.last === null ? undefined : { first: row.first, last: row.last };
}

/** How much is published, by noun and year. */
export async function openCounts(r: PublicReader, authority: Authority): Promise<readonly OpenCount[]> {
  const rows = await r.db
    .selectFrom('pub.record')
    .select(['noun', 'year', sql<string>`count(*)`.as('count')])
    .where('tenant_id', '=', authority.tenantId)
    .groupBy(['noun', 'year'])
    .orderBy('noun')
    .orderBy('year')
    .execute();
  return rows.map(({ noun, year, count }) => ({ noun: noun as PublishedNoun, year, count: Number(count) }));
}

/**
 * What is missing as far as the open can tell: meetings held until a day, against those whose minutes are published; and decisions that a published
 * agenda or minutes name, against those that are published themselves.
 */
export async function openCompleteness(
  r: PublicReader,
  authority: Authority,
  until: CivilDate,
): Promise<readonly OpenCompleteness[]> {
  const held = r.db
    .selectFrom('pub.record as meeting')
    .select([
      'meeting.year',
      sql<string>`count(*)`.as('held'),
      sql<string>`count(*) filter (where exists (select from pub.record minutes where minutes.tenant_id = meeting.tenant_id
        and minutes.noun = 'minutes' and minutes.data->>'meetingId' = meeting.record_id::text))`.as('with_minutes'),
    ])
    .where('meeting.tenant_id', '=', authority.tenantId)
    .where('meeting.noun', '=', 'meeting')
    .where('meeting.year', 'is not', null)
    .where('meeting.happened_on', '<=', until)
    .where(sql<boolean>`meeting.data->>'cancelled' = 'false'`)
    .groupBy('meeting.year')
    .execute();
  const named = r.db
    .selectFrom('pub.record as record')
    .innerJoin(
      sql<{
        id: unknown;
      }>`lateral (select jsonb_path_query(record.data, '$.items[*].decisionIds[*]')
        union all select jsonb_path_query(record.data, '$.sections[*].decisionIds[*]'))`.as<'decided'>(
        sql`decided(id)`,
      ),
      (join) => join.onTrue(),
    )
    .leftJoin('pub.record as decision', (join) =>
      join
        .onRef('decision.tenant_id', '=', 'record.tenant_id')
        .on('decision.noun', '=', 'decision')
        .on(sql<boolean>`decision.record_id = (decided.id #>> '{}')::uuid`),
    )
    .select([
      'record.year',
      sql<string>`count(distinct decided.id)`.as('named'),
      sql<string>`count(distinct decision.record_id)`.as('published'),
    ])
    .where('record.tenant_id', '=', authority.tenantId)
    .where('record.noun', 'in', ['meeting', 'minutes'])
    .where('record.year', 'is not', null)
    .groupBy('record.year')
    .execute();
  const [meetings, decisions] = await Promise.all([held, named]);
  const years = [...new Set([...meetings, ...decisions].map(({ year }) => year as number))].sort((a, b) => b - a);
  return years.map((year) => {
    const met = meetings.find((one) => one.year === year);
    const decided = decisions.find((one) => one.year === year);
    return {
      year,
      meetingsHeld: Number(met?.held ?? 0),
      meetingsWithMinutes: Number(met?.with_minutes ?? 0),
      decisionsNamed: Number(decided?.named ?? 0),
      decisionsPublished: Number(decided?.published ?? 0),
    };
  });
}
