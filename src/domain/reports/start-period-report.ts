import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { assessmentsOfAssignments, listPeriods } from '../assessments/index.ts';
import { findBody, getBody, listBodies } from '../organisation/index.ts';
import { assignmentsOfReport, mainAt } from './period-assignments-reader.ts';
import { periodOf } from './period-report-reader.ts';
import { refreshChapters } from './refresh-period-report.ts';
import { type PeriodReportKind, reportKinds } from './report.ts';
import { writeReceivers } from './report-receiver-writer.ts';

export type StartPeriodReport = {
  readonly kind: PeriodReportKind;
  /** Who answers for the report: the body that decides it. */
  readonly bodyId: Id<'body'>;
  readonly year: number;
  /** Who it is handed over to; the assembly, when there is one, unless told (R-KL-73). */
  readonly toBodyId?: Id<'body'> | null;
};

/** Begins the interim or annual report of the whole administration: every assignment quoted, every chapter drafted from what the register knows. */
export async function startPeriodReport(
  w: Writer<'periodReport.edit'>,
  input: StartPeriodReport,
): Promise<Id<'report'>> {
  const body = await getBody(w, input.bodyId);
  requireBody(w.auth, body.id);
  const existing = await w.db
    .selectFrom('report')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('kind', '=', input.kind)
    .where('body_id', '=', body.id)
    .where('year', '=', input.year)
    .executeTakeFirst();
  if (existing) throw new AppError('periodReport.exists', { year: input.year }, { reportId: existing.id });
  const period = periodOf(await listPeriods(w), input.kind, input.year);
  if (!period) throw new AppError('periodReport.noPeriod', { year: input.year });
  const toBodyId = input.toBodyId === undefined ? await usualReceiver(w, body.id) : input.toBodyId;
  const receiver = toBodyId ? await findBody(w, toBodyId) : undefined;
  const id: Id<'report'> = w.runtime.newId();
  const { sv } = reportKinds[input.kind];
  const row = {
    kind: input.kind,
    body_id: body.id,
    to_body_id: receiver?.id ?? null,
    year: input.year,
    title: `${sv.charAt(0).toLocaleUpperCase('sv')}${sv.slice(1)} ${input.year}`,
    state: 'draft',
  };
  await w.db
    .insertInto('report')
    .values({
      tenant_id: w.tenantId,
      id,
      ...row,
      foreword: '',
      closing: '',
      approved_by_decision_id: null,
      approved_on: null,
      delivered_on: null,
      frozen_tree: null,
      frozen_hash: null,
    })
    .execute();
  if (receiver) await writeReceivers(w, { id, body_id: body.id }, [{ bodyId: receiver.id, purpose: 'treatment' }]);
  const quoted = await quoteAll(w, id, input.year, period);
  await refreshChapters(w, id);
  await w.log({ noun: 'report', recordId: id, after: { ...row, periodId: period.id, assignments: quoted } });
  return id;
}

/** The assembly that the report is for, when the authority has exactly one; an assembly that reports itself has no usual receiver. */
async function usualReceiver(w: Writer, bodyId: Id<'body'>): Promise<Id<'body'> | null> {
  const assemblies = (await listBodies(w)).filter(({ kind }) => kind === 'assembly');
  const [only] = assemblies;
  return only && assemblies.length === 1 && only.id !== bodyId ? only.id : null;
}

/** Quotes every assignment of the year by the text that speaks for it at the period; one that nobody assessed stands without. */
async function quoteAll(w: Writer, reportId: string, year: number, period: { readonly id: string }): Promise<number> {
  const assignments = await assignmentsOfReport(w, year);
  if (assignments.length === 0) return 0;
  const assessments = Map.groupBy(
    await assessmentsOfAssignments(
      w,
      assignments.map(({ id }) => id),
    ),
    ({ assignmentId }) => assignmentId,
  );
  await w.db
    .insertInto('period_quotation')
    .values(
      assignments.map((assignment, index) => {
        const main = mainAt(assignment, assessments.get(assignment.id) ?? [], period);
        return {
          tenant_id: w.tenantId,
          id: w.runtime.newId(),
          report_id: reportId,
          assignment_id: assignment.id,
          position: index + 1,
          quoted_assessment_id: main?.id ?? null,
          quoted_version: main?.version ?? null,
          kept_version: null,
        };
      }),
    )
    .execute();
  return assignments.length;
}
