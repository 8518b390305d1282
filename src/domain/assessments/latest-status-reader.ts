import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AssessmentStatus } from './assessment-status.ts';

/** What the list and the start page ask for beside the statuses: assignments about which nobody has written yet. */
export type StatusOrNone = AssessmentStatus | 'none';

/** The latest word about an assignment: its status, and the end of the period it was said about. */
export type LatestStatus = { readonly status: AssessmentStatus; readonly endsOn: CivilDate };

/** The latest status of each assessed assignment, of the assignments of some years or of all, at all or as of one period. Those that nobody has assessed are not there. */
export async function latestStatuses(
  r: Reader,
  filter: { readonly years?: readonly number[]; readonly periodId?: Id<'period'> } = {},
): Promise<ReadonlyMap<Id<'assignment'>, LatestStatus>> {
  const query = latestAssessments(r, filter).select([
    'assessment.assignment_id',
    'assessment.status',
    'period.ends_on',
  ]);
  const rows = await query.execute();
  return new Map(
    rows.map((row) => [row.assignment_id, { status: row.status as AssessmentStatus, endsOn: row.ends_on }]),
  );
}

/** One figure of the year's overview: how many assignments of a performing body have a status. */
export type StatusCount = {
  readonly body: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly status: StatusOrNone;
  readonly count: number;
};

/**
 * How the assignments of a year stand, by the body that performs them (the first one named, so that every assignment counts once) and the
 * latest status. Counted by the database, whatever the number of assignments.
 */
export async function countStatuses(r: Reader, year: number): Promise<readonly StatusCount[]> {
  const rows = await r.db
    .selectFrom('assignment')
    .leftJoin(latestAssessments(r).select(['assessment.assignment_id', 'assessment.status']).as('latest'), (join) =>
      join.onRef('latest.assignment_id', '=', 'assignment.id'),
    )
    .leftJoin(
      r.db
        .selectFrom('assignment_party')
        .innerJoin('body', (join) =>
          join
            .onRef('body.tenant_id', '=', 'assignment_party.tenant_id')
            .onRef('body.id', '=', 'assignment_party.body_id'),
        )
        .distinctOn('assignment_party.assignment_id')
        .select(['assignment_party.assignment_id', 'body.id', 'body.name'])
        .where('assignment_party.tenant_id', '=', r.tenantId)
        .where('assignment_party.role', '=', 'performer')
        .orderBy('assignment_party.assignment_id')
        .orderBy('assignment_party.position')
        .as('performer'),
      (join) => join.onRef('performer.assignment_id', '=', 'assignment.id'),
    )
    .select((eb) => ['performer.id', 'performer.name', 'latest.status', eb.fn.countAll<string>().as('count')])
    .where('assignment.tenant_id', '=', r.tenantId)
    .where('assignment.year', '=', year)
    .groupBy(['performer.id', 'performer.name', 'latest.status'])
    .orderBy('performer.name', (order) => order.asc().nullsLast())
    .execute();
  return rows.map(({ id, name, status, count }) => ({
    body: id !== null && name !== null ? { id, name } : null,
    status: (status ?? 'none') as StatusOrNone,
    count: Number(count),
  }));
}

/**
 * The latest word about each assignment, or that of one period or of each, as a query to join with, of the assignments of some years or of all: what lists filter by and what the overview counts is one
 * and the same thing. Who speaks for the whole is told by the rule of `mainAssessmentOf`: never a unit that gave its part, and of one period the
 * performer that is named first.
 */
export function latestAssessments(
  r: Reader,
  {
    periodId,
    eachPeriod,
    years,
  }: { readonly periodId?: Id<'period'>; readonly eachPeriod?: boolean; readonly years?: readonly number[] } = {},
) {
  const query = r.db
    .selectFrom('assessment')
    .innerJoin('period', (join) =>
      join.onRef('period.tenant_id', '=', 'assessment.tenant_id').onRef('period.id', '=', 'assessment.period_id'),
    )
    .leftJoin('assignment_party as author', (join) =>
      join
        .onRef('author.tenant_id', '=', 'assessment.tenant_id')
        .onRef('author.assignment_id', '=', 'assessment.assignment_id')
        .onRef('author.body_id', '=', 'assessment.body_id')
        .on('author.role', '=', 'performer'),
    )
    .distinctOn(eachPeriod ? ['assessment.assignment_id', 'assessment.period_id'] : ['assessment.assignment_id'])
    .where('assessment.tenant_id', '=', r.tenantId)
    // Parts are few beside wholes, and have an index of their own.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('contribution')
            .select('contribution.id')
            .where('contribution.tenant_id', '=', r.tenantId)
            .whereRef('contribution.assignment_id', '=', 'assessment.assignment_id')
            .whereRef('contribution.period_id', '=', 'assessment.period_id')
            .whereRef('contribution.body_id', '=', 'assessment.body_id')
            .where('contribution.part_of_body_id', 'is not', null),
        ),
      ),
    )
    .orderBy('assessment.assignment_id')
    .$if(eachPeriod !== true, (own) => own.orderBy('period.ends_on', 'desc'))
    .orderBy('assessment.period_id')
    .orderBy('author.position', (order) => order.asc().nullsLast())
    .orderBy('assessment.body_id', (order) => order.asc().nullsFirst())
    .orderBy('assessment.created_at', 'desc')
    .orderBy('assessment.id', 'desc');
  const ofPeriod = periodId === undefined ? query : query.where('assessment.period_id', '=', periodId);
  if (years === undefined) return ofPeriod;
  return ofPeriod.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('assignment')
        .select('assignment.id')
        .where('assignment.tenant_id', '=', r.tenantId)
        .whereRef('assignment.id', '=', 'assessment.assignment_id')
        .where((eb) => eb('assignment.year', '=', eb.fn.any(eb.val([...years])))),
    ),
  );
}
