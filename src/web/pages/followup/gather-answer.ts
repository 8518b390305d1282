import { requireBody } from '../../../domain/access/index.ts';
import { listAssignmentLinks } from '../../../domain/assignments/index.ts';
import {
  entriesForAssignment,
  getReport,
  mayReport,
  quotationHistory,
  type Report,
  type ReportAction,
  type ReportEntry,
  reportStates,
  suggestedEvidence,
} from '../../../domain/reports/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
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
  if (!mayReport(report.state, action)) throw new AppError('record.wrongState', { state: reportStates[report.state] });
  return report;
}

/** One answer with what its page shows beside it. */
export async function gatherAnswer(r: Reader, id: Id<'report'>, entryId: Id<'reportEntry'>): Promise<AnswerFacts> {
  const report = await reportFor(r, id, 'edit');
  const entry = entryOf(report, entryId);
  const suggested = await suggestedEvidence(r, report, [entry]);
  return {
    report,
    entry,
    lastYear: await lastYearsAnswer(r, report, entry),
    suggestions: new Map(entry.claims.map(({ hash }) => [hash, suggested.get(`${entry.id} ${hash}`) ?? []])),
    quotationHistory: await quotationHistory(r, entry.id),
  };
}

export function entryOf(report: Report, entryId: Id<'reportEntry'>): ReportEntry {
  const entry = report.entries.find((one) => one.id === entryId);
  if (!entry) throw new AppError('record.notFound');
  return entry;
}

/** What the body answered to the assignment that this one continues. */
async function lastYearsAnswer(r: Reader, report: Report, entry: ReportEntry): Promise<AnswerFacts['lastYear']> {
  const links = await listAssignmentLinks(r, entry.assignment.id);
  const earlier = links.filter(({ kind, outgoing }) => kind === 'predecessor' && outgoing).map(({ other }) => other);
  for (const { id } of earlier) {
    const answers = await entriesForAssignment(r, id);
    const found = answers.findLast((answer) => answer.report.body.id === report.body.id);
    if (found)
      return {
        year: found.report.year,
        answer: found.answer,
        href: recordAddress('reportEntry', found.entryId, found.report.id),
      };
  }
  return null;
}
