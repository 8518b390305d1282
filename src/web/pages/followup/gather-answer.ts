import { requireBody } from '../../../domain/access/index.ts';
import {
  compareWithLast,
  getReport,
  isPeriodReportKind,
  mayReport,
  quotationHistory,
  type Report,
  type ReportAction,
  type ReportEntry,
  reportStates,
  suggestedEvidence,
} from '../../../domain/reports/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Reader } from '../../../storage/database.ts';
import type { AnswerFacts } from './edit-answer-page.ts';

/** A report that the reader may write in: who may edit one body's report sees no form for another's. */
async function reportToEdit(r: Reader, id: Id<'report'>): Promise<Report> {
  const report = await getReport(r, id);
  requireBody(r.auth, report.body.id);
  return report;
}

/** A report on the way to a step; a step that the table does not allow now is refused before its page is shown. */
export async function reportFor(r: Reader, id: Id<'report'>, action: ReportAction): Promise<Report> {
  const report = await reportToEdit(r, id);
  // Deciding and delivering are alike for every kind; writing an interim or annual report is done on pages of its own.
  if (isPeriodReportKind(report.kind) && action !== 'approve' && action !== 'deliver')
    throw new AppError('report.ofPeriod');
  if (!mayReport(report.state, action)) throw new AppError('record.wrongState', { state: reportStates[report.state] });
  return report;
}

/** One answer with what its page shows beside it. */
export async function gatherAnswer(
  r: Reader,
  id: Id<'report'>,
  entryId: Id<'reportEntry'>,
  today: CivilDate,
): Promise<AnswerFacts> {
  const report = await reportFor(r, id, 'edit');
  const entry = entryOf(report, entryId);
  const suggested = await suggestedEvidence(r, report, [entry]);
  return {
    report,
    entry,
    compared: (await compareWithLast(r, { ...report, entries: [entry] }, today))[0],
    suggestions: new Map(entry.claims.map(({ hash }) => [hash, suggested.get(`${entry.id} ${hash}`) ?? []])),
    quotationHistory: await quotationHistory(r, entry.id),
  };
}

export function entryOf(report: Report, entryId: Id<'reportEntry'>): ReportEntry {
  const entry = report.entries.find((one) => one.id === entryId);
  if (!entry) throw new AppError('record.notFound');
  return entry;
}
