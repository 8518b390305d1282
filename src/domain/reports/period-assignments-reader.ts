import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import {
  type Assessment,
  type AssessmentStatus,
  assessmentsOfAssignments,
  coordinatorOf,
  mainAssessmentOf,
  type Period,
  slippageOf,
} from '../assessments/index.ts';
import { type Assignment, listAssignmentsOfYears } from '../assignments/index.ts';
import type { FactSource, PeriodQuotation, ReportedAssignment } from './period-report.ts';

/** A year has a few hundred assignments; beyond this a report would be no report. */
const mostAssignments = 2_000;

/** The assignments that a report of a year is about: those that were given and not handed over to somebody else. */
export async function assignmentsOfReport(r: Reader, year: number): Promise<readonly Assignment[]> {
  const all = await listAssignmentsOfYears(r, [year], mostAssignments);
  return all.filter(({ state }) => state !== 'proposed' && state !== 'transferred');
}

/** The assignments of the year as the report quotes them, in the order of the plan: perspective, objective, number. */
export async function periodAssignments(
  r: Reader,
  report: {
    readonly reportId: string;
    readonly year: number;
    readonly period: Period;
  },
): Promise<readonly ReportedAssignment[]> {
  const assignments = await assignmentsOfReport(r, report.year);
  const assessments = await assessmentsOfAssignments(
    r,
    assignments.map(({ id }) => id),
  );
  const byAssignment = Map.groupBy(assessments, ({ assignmentId }) => assignmentId);
  const quoted = await quotedVersions(r, report.reportId);
  const objectives = await objectivesOf(r, assignments);
  const { period } = report;
  return assignments
    .map((assignment): ReportedAssignment & { readonly place: number } => {
      const own = byAssignment.get(assignment.id) ?? [];
      const main = mainAt(assignment, own, period);
      const saved = quoted.get(assignment.id);
      const quotation = saved?.quotation ?? null;
      const objective = assignment.objectiveId ? objectives.get(assignment.objectiveId) : undefined;
      return {
        id: assignment.id,
        ref: assignment.ref,
        title: assignment.title,
        text: assignment.text,
        perspective: objective?.perspective ?? null,
        objective: objective ? [objective.number, objective.objective].filter(Boolean).join(' ') : assignment.heading,
        performer: performerOf(assignment),
        dueOn: assignment.dueOn,
        quotation,
        newer: newerThan(quotation, main, saved?.keptVersion ?? null),
        daysLate: daysLate(assignment, own, main, quotation),
        place: objective?.place ?? Number.MAX_SAFE_INTEGER,
      };
    })
    .toSorted((a, b) => a.place - b.place)
    .map(({ place: _, ...one }) => one);
}

/** The assessments that had each status at the end of a period: of its year's assignments, the texts that spoke for the whole. */
export async function statusesBefore(
  r: Reader,
  period: Period,
): Promise<ReadonlyMap<AssessmentStatus, readonly FactSource[]>> {
  const assignments = await assignmentsOfReport(r, period.year);
  const assessments = await assessmentsOfAssignments(
    r,
    assignments.map(({ id }) => id),
  );
  const own = Map.groupBy(assessments, ({ assignmentId }) => assignmentId);
  const spoken = assignments.flatMap((assignment) => {
    const main = mainAt(assignment, own.get(assignment.id) ?? [], period);
    return main
      ? [{ status: main.status, source: { noun: 'assessment' as const, id: main.id, label: assignment.ref } }]
      : [];
  });
  return new Map(
    [...Map.groupBy(spoken, ({ status }) => status)].map(([status, some]) => [
      status,
      some.map(({ source }) => source),
    ]),
  );
}

/** The text that speaks for an assignment at one period. */
export function mainAt(
  assignment: Assignment,
  assessments: readonly Assessment[],
  period: Pick<Period, 'id'>,
): Assessment | undefined {
  return mainAssessmentOf(
    assignment,
    assessments.filter((one) => one.period.id === period.id),
  );
}

function performerOf(assignment: Assignment): ReportedAssignment['performer'] {
  const performer = coordinatorOf(assignment);
  return performer ? { id: performer.bodyId, name: performer.bodyName } : null;
}

/** The quoted forecast against the due date, so that the report says what it quotes and not what was written since. */
function daysLate(
  assignment: Assignment,
  assessments: readonly Assessment[],
  main: Assessment | undefined,
  quotation: PeriodQuotation | null,
): number | null {
  if (!quotation || !main) return null;
  const quoted = { ...main, forecastOn: quotation.forecastOn };
  const earlier = assessments.filter((one) => one.period.endsOn < main.period.endsOn);
  const { days, forecastOn } = slippageOf(assignment, [...earlier, quoted]);
  return quotation.forecastOn === forecastOn && days !== null && days > 0 ? days : null;
}

function newerThan(
  quotation: PeriodQuotation | null,
  main: Assessment | undefined,
  keptVersion: number | null,
): ReportedAssignment['newer'] {
  if (!main) return null;
  const now: PeriodQuotation = {
    assessmentId: main.id,
    version: main.version,
    bodyName: main.body?.name ?? null,
    text: main.text,
    status: main.status,
    forecastOn: main.forecastOn,
  };
  const same =
    quotation?.assessmentId === now.assessmentId &&
    quotation.text === now.text &&
    quotation.status === now.status &&
    quotation.forecastOn === now.forecastOn;
  return same ? null : { ...now, kept: keptVersion !== null && keptVersion >= now.version };
}

/** What each assignment is quoted with: the wording, status and forecast of the version that was quoted. */
async function quotedVersions(
  r: Reader,
  reportId: string,
): Promise<ReadonlyMap<string, { readonly quotation: PeriodQuotation | null; readonly keptVersion: number | null }>> {
  const rows = await r.db
    .selectFrom('period_quotation as quoted')
    .leftJoin('assessment_version as version', (join) =>
      join
        .onRef('version.tenant_id', '=', 'quoted.tenant_id')
        .onRef('version.assessment_id', '=', 'quoted.quoted_assessment_id')
        .onRef('version.version', '=', 'quoted.quoted_version'),
    )
    .leftJoin('assessment', (join) =>
      join
        .onRef('assessment.tenant_id', '=', 'quoted.tenant_id')
        .onRef('assessment.id', '=', 'quoted.quoted_assessment_id'),
    )
    .leftJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'quoted.tenant_id').onRef('body.id', '=', 'assessment.body_id'),
    )
    .select(['quoted.assignment_id', 'quoted.kept_version', 'version.assessment_id', 'version.version'])
    .select(['version.assessment_text', 'version.status', 'version.forecast_on', 'body.name as body_name'])
    .where('quoted.tenant_id', '=', r.tenantId)
    .where('quoted.report_id', '=', reportId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.assignment_id,
      {
        keptVersion: row.kept_version,
        quotation:
          row.assessment_id === null || row.version === null
            ? null
            : {
                assessmentId: row.assessment_id,
                version: row.version,
                bodyName: row.body_name,
                text: row.assessment_text ?? '',
                status: (row.status ?? 'unspecified') as AssessmentStatus,
                forecastOn: row.forecast_on,
              },
      },
    ]),
  );
}

async function objectivesOf(r: Reader, assignments: readonly Assignment[]) {
  const ids = [...new Set(assignments.flatMap((one) => one.objectiveId ?? []))] as Id<'planObjective'>[];
  if (ids.length === 0) return new Map<string, never>();
  const rows = await r.db
    .selectFrom('plan_objective')
    .innerJoin('plan', (join) =>
      join.onRef('plan.tenant_id', '=', 'plan_objective.tenant_id').onRef('plan.id', '=', 'plan_objective.plan_id'),
    )
    .select(['plan_objective.id', 'plan_objective.perspective', 'plan_objective.number', 'plan_objective.objective'])
    .where('plan_objective.tenant_id', '=', r.tenantId)
    .where('plan_objective.id', 'in', ids)
    .orderBy('plan.title')
    .orderBy('plan_objective.position')
    .execute();
  return new Map(rows.map((row, place) => [row.id, { ...row, place }]));
}
