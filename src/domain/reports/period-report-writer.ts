import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { isPeriodReportKind, type ReportKind } from './report.ts';
import type { ReportAction } from './report-transitions.ts';
import { lockReport } from './report-writer.ts';

/** Reads an interim or annual report for change, by the door of all reports. Who may write those may not thereby write a report-back. */
export async function lockPeriodReport(w: Writer, id: Id<'report'>, action: ReportAction) {
  const row = await lockReport(w, id, action);
  if (!isPeriodReportKind(row.kind as ReportKind)) throw new AppError('record.notFound');
  return row;
}
