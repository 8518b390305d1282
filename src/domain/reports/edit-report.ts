import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { reportProblems, reportWarnings } from './report.ts';
import { getReport } from './report-reader.ts';
import type { ChosenReceiver } from './report-receiver.ts';
import { writeReceivers } from './report-receiver-writer.ts';
import { type lockReport, lockReportBack } from './report-writer.ts';

type ReportKey = { readonly reportId: Id<'report'>; readonly expectedVersion: number };

/** Saves the texts around the entries, and who the report goes to. */
export async function editReportTexts(
  w: Writer<'report.edit' | 'intake.confirm'>,
  input: ReportKey & {
    readonly title?: string;
    readonly foreword?: string;
    readonly closing?: string;
    /** The one receiver; the others are taken away. */
    readonly toBodyId?: Id<'body'> | null;
    /** All receivers, the first one first; wins over `toBodyId`. */
    readonly receivers?: readonly ChosenReceiver[];
  },
): Promise<void> {
  await saveTexts(w, await lockReportBack(w, input.reportId, 'edit'), input);
}

type Texts = Omit<Parameters<typeof editReportTexts>[1], 'reportId'>;

/** Writes the texts and receivers of a report that is locked for it, of whichever kind. */
export async function saveTexts(
  w: Writer,
  before: Awaited<ReturnType<typeof lockReport>>,
  input: Texts,
): Promise<void> {
  const { title, foreword, closing, toBodyId } = input;
  expectVersion(before, input.expectedVersion, { title, foreword, closing });
  if (title !== undefined && title.trim() === '')
    throw new AppError('record.invalid', {}, [{ path: 'title', key: 'validation.required' }]);
  const receivers =
    input.receivers ??
    (toBodyId === undefined ? undefined : toBodyId ? [{ bodyId: toBodyId, purpose: 'treatment' as const }] : []);
  const first = receivers ? await writeReceivers(w, before, receivers) : before.to_body_id;
  const row = {
    title: title?.trim() ?? before.title,
    foreword: foreword?.trim() ?? before.foreword,
    closing: closing?.trim() ?? before.closing,
    to_body_id: first,
  };
  await w.db
    .updateTable('report')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  const { title: oldTitle, foreword: oldForeword, closing: oldClosing } = before;
  await w.log({
    noun: 'report',
    recordId: before.id,
    before: { title: oldTitle, foreword: oldForeword, closing: oldClosing },
    after: receivers ? { ...row, receivers } : row,
  });
}

/** Says that a report may be decided. Answers with what should be looked at first; it is shown beside the report and does not block. */
export async function markReady(w: Writer<'report.edit'>, input: ReportKey): Promise<readonly Problem[]> {
  const before = await lockReportBack(w, input.reportId, 'markReady');
  expectVersion(before, input.expectedVersion);
  const report = await getReport(w, input.reportId);
  const problems = reportProblems(report);
  refuseProblems(problems);
  await moveReport(w, before);
  return reportWarnings(report, w.runtime.today());
}

/** Takes a report that was ready back to draft. */
export async function reopenReport(w: Writer<'report.edit'>, input: ReportKey): Promise<void> {
  const before = await lockReportBack(w, input.reportId, 'reopen');
  expectVersion(before, input.expectedVersion);
  await moveReport(w, before);
}

async function moveReport(w: Writer, before: Awaited<ReturnType<typeof lockReportBack>>): Promise<void> {
  await w.db
    .updateTable('report')
    .set({ state: before.nextState, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({
    noun: 'report',
    recordId: before.id,
    before: { state: before.state },
    after: { state: before.nextState },
  });
}
