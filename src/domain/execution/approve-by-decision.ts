import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { getDecision } from '../decisions/index.ts';
import { approveReport, deliverReport, isFrozen, listReports, type ReportSummary } from '../reports/index.ts';
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

/** What making a decision does beside being made, told before anybody presses. */
export type EffectOnMaking = {
  readonly decisionId: Id<'decision'>;
  readonly report: ReportSummary;
  readonly sentence: Localized;
  /** Why it will not happen as things stand. */
  readonly obstacles: readonly Problem[];
};

/** What making a decision will do: which report-back it approves, freezes and delivers, and what stands in the way. */
export async function effectsOnMaking(r: Reader, decisionId: Id<'decision'>): Promise<readonly EffectOnMaking[]> {
  return await effectsOnMakingAny(r, [decisionId]);
}

/** The same of several decisions, for the screen of a meeting. */
export async function effectsOnMakingAny(
  r: Reader,
  decisionIds: readonly Id<'decision'>[],
): Promise<readonly EffectOnMaking[]> {
  const links = await linkedReports(r, decisionIds);
  return links
    .filter(({ report }) => !isFrozen(report.state))
    .map(({ decisionId, report }) => effectOnMaking(decisionId, report));
}

/** The sentence about one report, from what is known of it. */
export function effectOnMaking(decisionId: Id<'decision'>, report: ReportSummary): EffectOnMaking {
  const { title, to, state } = report;
  return {
    decisionId,
    report,
    sentence: {
      sv: `Beslutet godkänner och fryser återrapporteringen ”${title}”${to ? ` och lämnar den till ${to.name}` : ''}.`,
      en: `The decision approves and freezes the report-back “${title}”${to ? ` and delivers it to ${to.name}` : ''}.`,
    },
    obstacles: [
      ...(state === 'draft' ? [{ path: 'report', key: 'execution.reportDraft', values: { title } }] : []),
      ...(to ? [] : [{ path: 'report', key: 'report.noReceiver' }]),
    ],
  };
}

export type CarriedOut = {
  readonly approved: readonly ReportSummary[];
  readonly delivered: readonly ReportSummary[];
  /** What could not be done, and why; the decision stands all the same. */
  readonly left: readonly Problem[];
};

type LinkTo = Parameters<typeof approveReport>[1]['linkTo'];

/**
 * Carries out what a made decision says of report-backs: approves and freezes each linked one that is ready and delivers it to its receiver, in the
 * transaction in which the decision was made, or later. Doing it twice does it once. A report that is not ready is left and said.
 */
export async function carryOut(
  w: Writer<'decision.record' | 'meeting.conduct'>,
  input: { readonly decisionIds: readonly Id<'decision'>[]; readonly linkTo: LinkTo },
): Promise<CarriedOut> {
  const approved: ReportSummary[] = [];
  const delivered: ReportSummary[] = [];
  const left: Problem[] = [];
  for (const decisionId of input.decisionIds)
    for (const { report } of await linkedReports(w, [decisionId])) {
      await w.log({ noun: 'decision', recordId: decisionId, summary: 'carried out', after: { reportId: report.id } });
      if (isFrozen(report.state)) continue;
      left.push(...effectOnMaking(decisionId, report).obstacles);
      if (report.state !== 'ready') continue;
      await approveReport(w, {
        reportId: report.id,
        expectedVersion: report.version,
        decisionId,
        linkTo: input.linkTo,
      });
      approved.push(report);
      if (!report.to) continue;
      await deliverReport(w, { reportId: report.id, expectedVersion: report.version + 1 });
      delivered.push(report);
    }
  return { approved, delivered, left };
}

/** The report-backs that some decisions approve, each with its decision. */
export async function linkedReports(
  r: Reader,
  decisionIds: readonly Id<'decision'>[],
): Promise<readonly { readonly decisionId: Id<'decision'>; readonly report: ReportSummary }[]> {
  if (decisionIds.length === 0) return [];
  const links = await r.db
    .selectFrom('decision_effect')
    .select(['decision_id', 'record_id'])
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('decision_id', '=', eb.fn.any(eb.val([...decisionIds]))))
    .where('kind', '=', 'approvesReport')
    .execute();
  if (links.length === 0) return [];
  const reports = await listReports(r, { ids: links.map((link) => link.record_id) });
  return links.flatMap((link) =>
    reports.filter(({ id }) => id === link.record_id).map((report) => ({ decisionId: link.decision_id, report })),
  );
}
