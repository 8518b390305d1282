import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { latestAssessments, type PeriodKind } from '../assessments/index.ts';
import { type AssignmentFilter, fittingAssignments } from '../assignments/index.ts';
import { type StatusCounts, totalOf } from './overview.ts';
import { countsOf } from './status-overview-reader.ts';

/** How assignments stood at the end of one period: how many have each status as of then, and how many of the year's nobody had told of. */
export type PeriodRow = {
  readonly period: {
    readonly id: Id<'period'>;
    readonly year: number;
    readonly kind: PeriodKind;
    readonly name: string;
    readonly endsOn: CivilDate;
  };
  readonly counts: StatusCounts;
  /** How many were told of at the period. */
  readonly told: number;
};

/**
 * How things stood period by period, the oldest first: what was said at each about the assignments of a filter, whatever year they were given, and
 * those of the period's own year of which nothing was said. A period that has not ended is left out until something is said at it. Two queries, whatever the number of periods.
 */
export async function statusByPeriod(
  r: Reader,
  filter: Omit<AssignmentFilter, 'year'>,
  today: CivilDate,
): Promise<readonly PeriodRow[]> {
  const told = await fittingAssignments(r, filter)
    .innerJoin(
      latestAssessments(r, { eachPeriod: true })
        .select(['assessment.assignment_id', 'assessment.period_id', 'assessment.status'])
        .as('latest'),
      (join) => join.onRef('latest.assignment_id', '=', 'assignment.id'),
    )
    .innerJoin('period', (join) =>
      join.onRef('period.tenant_id', '=', 'assignment.tenant_id').onRef('period.id', '=', 'latest.period_id'),
    )
    .select((eb) => [
      'period.id',
      'latest.status',
      eb.fn.countAll<string>().as('count'),
      eb.fn.countAll<string>().filterWhereRef('assignment.year', '=', 'period.year').as('of_year'),
    ])
    .groupBy(['period.id', 'latest.status'])
    .execute();
  const periods = await r.db
    .selectFrom('period')
    .leftJoin(
      fittingAssignments(r, filter)
        .select((eb) => ['assignment.year', eb.fn.countAll<string>().as('given')])
        .groupBy('assignment.year')
        .as('of_year'),
      (join) => join.onRef('of_year.year', '=', 'period.year'),
    )
    .select(['period.id', 'period.year', 'period.kind', 'period.name', 'period.ends_on', 'of_year.given'])
    .where('period.tenant_id', '=', r.tenantId)
    .orderBy('period.ends_on')
    .execute();
  const byPeriod = Map.groupBy(told, ({ id }) => id);
  const begun = periods.filter(({ id, ends_on }) => ends_on <= today || byPeriod.has(id));
  return begun.map(({ id, year, kind, name, ends_on, given }) => {
    const own = byPeriod.get(id) ?? [];
    const counts = countsOf(own);
    const none = Number(given ?? 0) - own.reduce((sum, { of_year }) => sum + Number(of_year), 0);
    return {
      period: { id, year, kind: kind as PeriodKind, name, endsOn: ends_on },
      counts: none > 0 ? { ...counts, none } : counts,
      told: totalOf(countsOf(own)),
    };
  });
}
