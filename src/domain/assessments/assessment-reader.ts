import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Assessment, AssessmentVersion, StripYear } from './assessment.ts';
import type { AssessmentStatus } from './assessment-status.ts';
import type { Period, PeriodKind } from './period.ts';

/** The periods of follow-up, newest first. */
export async function listPeriods(r: Reader, filter: { readonly year?: number } = {}): Promise<readonly Period[]> {
  let query = r.db.selectFrom('period').selectAll().where('tenant_id', '=', r.tenantId);
  if (filter.year !== undefined) query = query.where('year', '=', filter.year);
  const rows = await query.orderBy('ends_on', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    year: row.year,
    kind: row.kind as PeriodKind,
    name: row.name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    deadline: row.deadline,
  }));
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
    .where('assessment.assignment_id', 'in', assignmentIds)
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
    .selectAll('assessment')
    .select(['body.name as body_name', 'period.version as period_version', 'period.year', 'period.kind', 'period.name'])
    .select(['period.starts_on', 'period.ends_on', 'period.deadline'])
    .where('assessment.tenant_id', '=', r.tenantId);
}

type AssessmentColumns = Awaited<ReturnType<ReturnType<typeof assessmentRows>['execute']>>[number];

function toAssessment(row: AssessmentColumns): Assessment {
  return {
    id: row.id,
    version: row.version,
    assignmentId: row.assignment_id,
    period: {
      id: row.period_id,
      version: row.period_version,
      year: row.year,
      kind: row.kind as PeriodKind,
      name: row.name,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      deadline: row.deadline,
    },
    body: row.body_id !== null && row.body_name !== null ? { id: row.body_id, name: row.body_name } : null,
    status: row.status as AssessmentStatus,
    statusPhrase: row.status_phrase,
    text: row.assessment_text,
    forecastOn: row.forecast_on,
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
  }));
}

/**
 * How an assignment stood year by year, over it and those it follows on (the caller knows the chain). Years between without an assessment are there
 * with status null: what is missing must be seen.
 */
export async function statusStrip(
  r: Reader,
  assignmentIds: readonly Id<'assignment'>[],
): Promise<readonly StripYear[]> {
  const assessments = await assessmentsOfAssignments(r, assignmentIds);
  const years = assessments.map((one) => one.period.year);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => {
    const latest = assessments.findLast((one) => one.period.year === first + index);
    return { year: first + index, status: latest?.status ?? null, periodName: latest?.period.name ?? null };
  });
}
