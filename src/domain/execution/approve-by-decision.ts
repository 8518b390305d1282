import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { decisionsByIds, getDecision } from '../decisions/index.ts';
import { approveReport, deliverReport, isFrozen, listReports, type ReportSummary } from '../reports/index.ts';
import { approvalsOf, linkedReports } from './approval-on-making.ts';
import { writeEffect } from './decision-effect-writer.ts';

export type LinkReport = { readonly decisionId: Id<'decision'>; readonly reportId: Id<'report'> };

/** Says that a decision, proposed or made, is the one that approves a report-back of its body. Making the decision then freezes the report. */
export async function linkReportToDecision(
  w: Writer<'decision.record' | 'meeting.conduct' | 'meeting.edit'>,
  input: LinkReport,
): Promise<void> {
  const decision = await getDecision(w, input.decisionId);
  requireBody(w.auth, decision.body.id);
  const [report] = await listReports(w, { ids: [input.reportId] });
  if (!report) throw new AppError('record.notFound');
  refuseProblems([
    ...(report.body.id === decision.body.id && decision.item
      ? []
      : [{ path: 'reportId', key: 'execution.reportOfOther' }]),
    ...(isFrozen(report.state) ? [{ path: 'reportId', key: 'execution.reportFrozen' }] : []),
  ]);
  await writeEffect(w, decision.id, 'approvesReport', report.id);
}

/** Takes the link away, while the report is not frozen by it. */
export async function unlinkReportFromDecision(
  w: Writer<'decision.record' | 'meeting.conduct' | 'meeting.edit'>,
  { decisionId, reportId }: LinkReport,
): Promise<void> {
  const decision = await getDecision(w, decisionId);
  requireBody(w.auth, decision.body.id);
  const [report] = await listReports(w, { ids: [reportId] });
  refuseProblems(report && isFrozen(report.state) ? [{ path: 'reportId', key: 'execution.reportFrozen' }] : []);
  await w.db
    .deleteFrom('decision_effect')
    .where('tenant_id', '=', w.tenantId)
    .where('decision_id', '=', decisionId)
    .where('record_id', '=', reportId)
    .execute();
  await w.log({ noun: 'decision', recordId: decisionId, summary: 'no longer approves', before: { reportId } });
}

export type CarriedOut = {
  readonly approved: readonly ReportSummary[];
  readonly delivered: readonly ReportSummary[];
  /** What could not be done, and why; the decision stands all the same. */
  readonly left: readonly Problem[];
};

type LinkTo = Parameters<typeof approveReport>[1]['linkTo'];

/**
 * Carries out what a made decision says of reports: approves and freezes each linked one that is ready and delivers it to its receivers, in the
 * transaction in which the decision was made, or later. Doing it twice does it once. A report that is not ready is left and said. What was remarked on it
 * and nobody settled was told where the decision was made: it is put on record as seen. Throws `decision.notMade` for a proposal.
 */
export async function carryOut(
  w: Writer<'decision.record' | 'meeting.conduct'>,
  input: { readonly decisionIds: readonly Id<'decision'>[]; readonly linkTo: LinkTo },
): Promise<CarriedOut> {
  const decisions = await decisionsByIds(w, input.decisionIds);
  if (decisions.some(({ state }) => state !== 'made')) throw new AppError('decision.notMade');
  const approved: ReportSummary[] = [];
  const delivered: ReportSummary[] = [];
  const left: Problem[] = [];
  for (const decisionId of input.decisionIds)
    for (const { report } of await linkedReports(w, [decisionId])) {
      const [effect] = await approvalsOf(w, [{ decisionId, report }], w.runtime.today());
      await w.log({
        noun: 'decision',
        recordId: decisionId,
        summary: 'carried out',
        after: { reportId: report.id, ...(effect && { remarksSeen: effect.remarks.length }) },
      });
      if (!effect) continue;
      left.push(...effect.obstacles);
      if (report.state !== 'ready') continue;
      await approveReport(w, {
        reportId: report.id,
        expectedVersion: report.version,
        decisionId,
        linkTo: input.linkTo,
        remarksSeen: effect.remarks.length,
      });
      approved.push(report);
      if (!report.to) continue;
      await deliverReport(w, { reportId: report.id, expectedVersion: report.version + 1 });
      delivered.push(report);
    }
  return { approved, delivered, left };
}
