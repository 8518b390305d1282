import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { formatAssignmentRef } from '../assignments/index.ts';
import type { AssessmentStatus } from './assessment-status.ts';
import type { Contribution } from './contribution.ts';
import type { ContributionState } from './contribution-transitions.ts';
import type { PeriodKind } from './period.ts';
import type { PeriodState } from './period-transitions.ts';

/** Which contributions are asked about; what is not told does not limit. */
export type ContributionFilter = {
  readonly periodId?: Id<'period'>;
  readonly bodyIds?: readonly Id<'body'>[];
  readonly assignmentIds?: readonly Id<'assignment'>[];
  /** Only those of periods that are open. */
  readonly open?: boolean;
};

/** The contributions that were asked for, by period, assignment and body, with what has been written: one query however many they are. */
export async function contributionsOf(r: Reader, filter: ContributionFilter): Promise<readonly Contribution[]> {
  let query = contributionRows(r);
  const { periodId, bodyIds, assignmentIds, open } = filter;
  if (periodId !== undefined) {
    if (!isId(periodId)) return [];
    query = query.where('contribution.period_id', '=', periodId);
  }
  if (bodyIds) query = query.where((eb) => eb('contribution.body_id', '=', eb.fn.any(eb.val([...bodyIds]))));
  if (assignmentIds)
    query = query.where((eb) => eb('contribution.assignment_id', '=', eb.fn.any(eb.val([...assignmentIds]))));
  if (open) query = query.where('period.state', '=', 'open');
  return (await query.execute()).map(toContribution);
}

/** One contribution. Throws `record.notFound`. */
export async function getContribution(r: Reader, id: Id<'contribution'>): Promise<Contribution> {
  const row = isId(id) ? await contributionRows(r).where('contribution.id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new AppError('record.notFound');
  return toContribution(row);
}

/** The contributions of open periods that were due before a day and are not ready, the latest first. */
export async function lateContributions(r: Reader, today: CivilDate): Promise<readonly Contribution[]> {
  const rows = await contributionRows(r)
    .where('contribution.state', '=', 'asked')
    .where('contribution.due_on', '<', today)
    .where('period.state', '=', 'open')
    .clearOrderBy()
    .orderBy('contribution.due_on')
    .orderBy('body.name')
    .orderBy('assignment.position')
    .orderBy('contribution.id')
    .execute();
  return rows.map(toContribution);
}

function contributionRows(r: Reader) {
  return r.db
    .selectFrom('contribution')
    .innerJoin('period', (join) =>
      join.onRef('period.tenant_id', '=', 'contribution.tenant_id').onRef('period.id', '=', 'contribution.period_id'),
    )
    .innerJoin('assignment', (join) =>
      join
        .onRef('assignment.tenant_id', '=', 'contribution.tenant_id')
        .onRef('assignment.id', '=', 'contribution.assignment_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'contribution.tenant_id').onRef('body.id', '=', 'contribution.body_id'),
    )
    .leftJoin('body as whole', (join) =>
      join
        .onRef('whole.tenant_id', '=', 'contribution.tenant_id')
        .onRef('whole.id', '=', 'contribution.part_of_body_id'),
    )
    .leftJoin('assessment as written', (join) =>
      join
        .onRef('written.tenant_id', '=', 'contribution.tenant_id')
        .onRef('written.assignment_id', '=', 'contribution.assignment_id')
        .onRef('written.period_id', '=', 'contribution.period_id')
        .onRef('written.body_id', '=', 'contribution.body_id'),
    )
    .leftJoin('assessment as earlier', (join) =>
      join.onRef('earlier.tenant_id', '=', 'written.tenant_id').onRef('earlier.id', '=', 'written.carried_from_id'),
    )
    .leftJoin('period as earlier_period', (join) =>
      join
        .onRef('earlier_period.tenant_id', '=', 'earlier.tenant_id')
        .onRef('earlier_period.id', '=', 'earlier.period_id'),
    )
    .selectAll('contribution')
    .select(['assignment.year as assignment_year', 'assignment.number', 'assignment.position', 'assignment.title'])
    .select(['assignment.due_on as assignment_due_on', 'body.name as body_name', 'whole.name as part_of_name'])
    .select(['period.version as period_version', 'period.year', 'period.kind', 'period.name', 'period.starts_on'])
    .select(['period.ends_on', 'period.deadline', 'period.contributions_due_on', 'period.state as period_state'])
    .select(['written.id as written_id', 'written.version as written_version', 'written.status', 'written.forecast_on'])
    .select(['written.carried_confirmed_by', 'earlier_period.name as carried_from_name'])
    .select(({ selectFrom }) =>
      selectFrom('assignment_party')
        .select('assignment_party.body_id')
        .where('assignment_party.tenant_id', '=', r.tenantId)
        .whereRef('assignment_party.assignment_id', '=', 'contribution.assignment_id')
        .where('assignment_party.role', '=', 'performer')
        .orderBy('assignment_party.position')
        .limit(1)
        .as('coordinator_id'),
    )
    .where('contribution.tenant_id', '=', r.tenantId)
    .orderBy('period.ends_on', 'desc')
    .orderBy('assignment.year')
    .orderBy('assignment.position')
    .orderBy('assignment.id')
    .orderBy('contribution.part_of_body_id', (order) => order.asc().nullsFirst())
    .orderBy('body.name')
    .orderBy('contribution.id');
}

type ContributionColumns = Awaited<ReturnType<ReturnType<typeof contributionRows>['execute']>>[number];

function toContribution(row: ContributionColumns): Contribution {
  return {
    id: row.id,
    version: row.version,
    state: row.state as ContributionState,
    dueOn: row.due_on,
    assignment: {
      id: row.assignment_id,
      ref: formatAssignmentRef({ year: row.assignment_year, number: row.number, position: row.position }),
      year: row.assignment_year,
      title: row.title,
      dueOn: row.assignment_due_on,
    },
    period: {
      id: row.period_id,
      version: row.period_version,
      year: row.year,
      kind: row.kind as PeriodKind,
      name: row.name,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      deadline: row.deadline,
      contributionsDueOn: row.contributions_due_on,
      state: row.period_state as PeriodState,
    },
    body: { id: row.body_id, name: row.body_name },
    partOf: row.part_of_body_id && row.part_of_name ? { id: row.part_of_body_id, name: row.part_of_name } : null,
    coordinates: row.part_of_body_id === null && row.coordinator_id === row.body_id,
    written:
      row.written_id !== null && row.written_version !== null
        ? {
            id: row.written_id,
            version: row.written_version,
            status: row.status as AssessmentStatus,
            forecastOn: row.forecast_on,
            carriedFrom: row.carried_confirmed_by === null ? row.carried_from_name : null,
          }
        : null,
    ready: row.ready_at && row.ready_by ? { by: row.ready_by, at: row.ready_at } : null,
    remindedOn: row.reminded_on,
    reminders: row.reminders,
  };
}
