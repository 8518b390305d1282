import type { Selectable } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import type { PeriodRow } from '../../storage/schema/followup.ts';
import type { Assessment, AssessmentVersion, StripYear } from './assessment.ts';
import type { AssessmentStatus } from './assessment-status.ts';
import { mainAssessmentOf, type Performed } from './main-assessment-of.ts';
import type { Period, PeriodKind } from './period.ts';
import type { PeriodState } from './period-transitions.ts';

/** The periods of follow-up, newest first. */
export async function listPeriods(r: Reader, filter: { readonly year?: number } = {}): Promise<readonly Period[]> {
  let query = r.db.selectFrom('period').selectAll().where('tenant_id', '=', r.tenantId);
  if (filter.year !== undefined) query = query.where('year', '=', filter.year);
  const rows = await query.orderBy('ends_on', 'desc').execute();
  return rows.map(toPeriod);
}

/** One period of follow-up. Throws `record.notFound`. */
export async function getPeriod(r: Reader, id: Id<'period'>): Promise<Period> {
  return toPeriod(await getRow(r, 'period', id));
}

function toPeriod(row: Omit<Selectable<PeriodRow>, 'tenant_id' | 'created_at'>): Period {
  return {
    id: row.id,
    version: row.version,
    year: row.year,
    kind: row.kind as PeriodKind,
    name: row.name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    deadline: row.deadline,
    contributionsDueOn: row.contributions_due_on,
    state: row.state as PeriodState,
  };
}

/** What was said about an assignment, oldest period first. */
export async function assessmentsOf(r: Reader, assignmentId: Id<'assignment'>): Promise<readonly Assessment[]> {
  return await assessmentsOfAssignments(r, [assignmentId]);
}

/** The same for many assignments in one query. */
export async function assessmentsOfAssignments(
  r: Reader,
  assignmentIds: readonly Id<'assignment'>[],
): Promise<readonly Assessment[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await assessmentRows(r)
    .where((eb) => eb('assessment.assignment_id', '=', eb.fn.any(eb.val([...assignmentIds]))))
    .orderBy('period.ends_on')
    .orderBy('assessment.created_at')
    .orderBy('assessment.id')
    .execute();
  return rows.map(toAssessment);
}

/** One assessment as it stands now. Throws `record.notFound`. */
export async function getAssessment(r: Reader, id: Id<'assessment'>): Promise<Assessment> {
  const row = isId(id) ? await assessmentRows(r).where('assessment.id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new AppError('record.notFound');
  return toAssessment(row);
}

function assessmentRows(r: Reader) {
  return r.db
    .selectFrom('assessment')
    .innerJoin('period', (join) =>
      join.onRef('period.id', '=', 'assessment.period_id').onRef('period.tenant_id', '=', 'assessment.tenant_id'),
    )
    .leftJoin('body', (join) =>
      join.onRef('body.id', '=', 'assessment.body_id').onRef('body.tenant_id', '=', 'assessment.tenant_id'),
    )
    .leftJoin('contribution', (join) =>
      join
        .onRef('contribution.tenant_id', '=', 'assessment.tenant_id')
        .onRef('contribution.assignment_id', '=', 'assessment.assignment_id')
        .onRef('contribution.period_id', '=', 'assessment.period_id')
        .onRef('contribution.body_id', '=', 'assessment.body_id'),
    )
    .leftJoin('assessment as earlier', (join) =>
      join
        .onRef('earlier.id', '=', 'assessment.carried_from_id')
        .onRef('earlier.tenant_id', '=', 'assessment.tenant_id'),
    )
    .leftJoin('period as earlier_period', (join) =>
      join
        .onRef('earlier_period.id', '=', 'earlier.period_id')
        .onRef('earlier_period.tenant_id', '=', 'earlier.tenant_id'),
    )
    .selectAll('assessment')
    .select(['body.name as body_name', 'period.version as period_version', 'period.year', 'period.kind', 'period.name'])
    .select(['period.starts_on', 'period.ends_on', 'period.deadline', 'period.contributions_due_on', 'period.state'])
    .select(['contribution.part_of_body_id', 'earlier_period.name as earlier_period_name'])
    .where('assessment.tenant_id', '=', r.tenantId);
}

type AssessmentColumns = Awaited<ReturnType<ReturnType<typeof assessmentRows>['execute']>>[number];

function toAssessment(row: AssessmentColumns): Assessment {
  return {
    id: row.id,
    version: row.version,
    assignmentId: row.assignment_id,
    period: toPeriod({ ...row, id: row.period_id, version: row.period_version }),
    body: row.body_id !== null && row.body_name !== null ? { id: row.body_id, name: row.body_name } : null,
    status: row.status as AssessmentStatus,
    statusPhrase: row.status_phrase,
    text: row.assessment_text,
    forecastOn: row.forecast_on,
    partOfBodyId: row.part_of_body_id,
    carried:
      row.carried_from_id !== null && row.carried_from_version !== null && row.earlier_period_name !== null
        ? {
            fromId: row.carried_from_id,
            fromVersion: row.carried_from_version,
            periodName: row.earlier_period_name,
            confirmedBy: row.carried_confirmed_by,
          }
        : null,
  };
}

/** Every version an assessment has had, oldest first. */
export async function assessmentVersions(r: Reader, id: Id<'assessment'>): Promise<readonly AssessmentVersion[]> {
  const rows = await r.db
    .selectFrom('assessment_version')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('assessment_id', '=', id)
    .orderBy('version')
    .execute();
  if (rows.length === 0) throw new AppError('record.notFound');
  return rows.map((row) => ({
    assessmentId: row.assessment_id,
    version: row.version,
    status: row.status as AssessmentStatus,
    statusPhrase: row.status_phrase,
    text: row.assessment_text,
    writtenAt: row.written_at,
    writtenBy: row.written_by,
    forecastOn: row.forecast_on,
    carried: row.carried_from_id !== null,
  }));
}

/**
 * How an assignment stood year by year, over it and those it follows on (the caller knows the chain), by what was said for the whole. Years between
 * without an assessment are there with status null: what is missing must be seen.
 */
export async function statusStrip(r: Reader, line: readonly Performed[]): Promise<readonly StripYear[]> {
  const said = await assessmentsOfAssignments(
    r,
    line.map(({ id }) => id),
  );
  const main = [...Map.groupBy(said, ({ assignmentId, period }) => `${assignmentId} ${period.id}`).values()].flatMap(
    (ofPeriod) => {
      const assignment = line.find(({ id }) => id === ofPeriod[0]?.assignmentId);
      return (assignment && mainAssessmentOf(assignment, ofPeriod)) ?? [];
    },
  );
  const years = main.map((one) => one.period.year);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => {
    const latest = main.findLast((one) => one.period.year === first + index);
    return { year: first + index, status: latest?.status ?? null, periodName: latest?.period.name ?? null };
  });
}
