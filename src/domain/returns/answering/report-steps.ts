import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Writer } from '../../../storage/database.ts';
import { lockRow } from '../../../storage/get-row.ts';
import { expectVersion } from '../../../storage/version.ts';
import { requireBody } from '../../access/index.ts';
import { printedCode } from '../../forms/index.ts';
import { getNationalReport } from '../national-report-reader.ts';
import {
  type NationalReportAction,
  type NationalReportState,
  nationalReportStateAfter,
} from '../national-report-transitions.ts';
import { unsettledWarnings } from '../prefill/answer-aid.ts';
import { aidsFor } from '../prefill/answer-aids-reader.ts';
import { reportProgress } from './report-progress.ts';

export type MoveReport = { readonly reportId: Id<'nationalReport'>; readonly expectedVersion: number };

/** Sends the whole to review: every section is ready, and no question that came with a later answer is left. */
export async function sendToReview(w: Writer<'return.edit'>, input: MoveReport): Promise<void> {
  await move(w, input, 'sendToReview', () => refuseUnfinished(w, input.reportId));
}

/** Opens the return for answers again, from review or after it was said to be ready. What is answered stays, and ready sections stay ready. */
export async function takeBackToAnswering(w: Writer<'return.edit'>, input: MoveReport): Promise<void> {
  await move(w, input, 'takeBack');
}

/**
 * Says that the return is reviewed and ready for the meeting that approves it: nothing is missing, what somebody asked about an answer is settled, and
 * so is what does not go together with the register or with the other answers.
 */
export async function markReportReady(w: Writer<'return.edit'>, input: MoveReport): Promise<void> {
  await move(w, input, 'markReady', () => refuseUnfinished(w, input.reportId, { reviewed: true }));
}

async function move(
  w: Writer<'return.edit'>,
  input: MoveReport,
  action: NationalReportAction,
  check?: () => Promise<void>,
): Promise<void> {
  const before = await lockRow(w, 'national_report', input.reportId);
  requireBody(w.auth, before.body_id);
  const state = nationalReportStateAfter(before.state as NationalReportState, action);
  expectVersion(before, input.expectedVersion, input);
  await check?.();
  await w.db
    .updateTable('national_report')
    .set({ state, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({
    noun: 'nationalReport',
    recordId: before.id,
    summary: action,
    before: { state: before.state },
    after: { state },
  });
}

async function refuseUnfinished(
  w: Writer<'return.edit'>,
  id: Id<'nationalReport'>,
  { reviewed = false }: { readonly reviewed?: boolean } = {},
): Promise<void> {
  const report = await getNationalReport(w, id);
  const progress = reportProgress(report);
  const open = progress.filter(({ section }) => section.state !== 'ready');
  if (open.length > 0)
    throw new AppError('returns.sectionsOpen', { sections: open.map(({ title }) => title).join(', ') });
  const missing = progress.flatMap((one) => one.missing);
  if (missing.length > 0)
    throw new AppError('returns.questionsMissing', {
      questions: missing.map(({ code }) => printedCode(code)).join(', '),
    });
  if (!reviewed) return;
  const remarks = report.remarks.filter(({ settled }) => settled === null);
  if (remarks.length > 0) throw new AppError('returns.remarksOpen', { questions: codesIn(remarks) });
  const warnings = unsettledWarnings(await aidsFor(w, report));
  if (warnings.length > 0)
    throw new AppError('returns.warningsOpen', { count: warnings.length, questions: codesIn(warnings) });
}

function codesIn(about: readonly { readonly question: string }[]): string {
  return [...new Set(about.map(({ question }) => printedCode(question)))].join(', ');
}
