import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { recordDecision } from '../decisions/index.ts';
import { addAgendaItem, getMeeting } from '../meetings/index.ts';
import { getReport, insideSentence, type Report, titleWithYear } from '../reports/index.ts';
import { type ApprovalItem, itemToApprove } from './approval-item-reader.ts';
import { linkReportToDecision } from './approve-by-decision.ts';

export type PutReportOnAgenda = { readonly reportId: Id<'report'>; readonly meetingId: Id<'meeting'> };

/**
 * Puts a ready report on the agenda of a coming meeting of its body, with the proposal that approves it and hands it over. The proposal is linked
 * with the report: when it is decided the report is frozen and delivered, and its document is among the papers of the item.
 */
export async function putReportOnAgenda(
  w: Writer<'meeting.edit'>,
  { reportId, meetingId }: PutReportOnAgenda,
): Promise<Id<'agendaItem'>> {
  const report = await getReport(w, reportId);
  requireBody(w.auth, report.body.id);
  if (report.state !== 'ready') throw new AppError('report.notReady');
  const meeting = await getMeeting(w, meetingId);
  const bodies = [meeting.body, ...meeting.jointBodies].map(({ id }) => id);
  const taken = await approvalItemOf(w, reportId);
  refuseProblems([
    ...(bodies.includes(report.body.id) ? [] : [{ path: 'meetingId', key: 'report.meetingOfBody' }]),
    ...(taken ? [{ path: 'meetingId', key: 'report.onAgendaAlready', values: { date: taken.heldOn } }] : []),
  ]);
  const closing = meeting.items.find(({ parentId, standing }) => parentId === null && standing === 'closing');
  const itemId = await addAgendaItem(w, {
    meetingId,
    title: titleWithYear(report),
    category: 'decision',
    beforeItemId: closing?.id ?? null,
  });
  const { id } = await recordDecision(w, {
    agendaItemId: itemId,
    bodyId: report.body.id,
    title: titleWithYear(report),
    clauses: approvalClauses(report),
    state: 'proposed',
  });
  await linkReportToDecision(w, { decisionId: id, reportId });
  return itemId;
}

/** What is proposed: that the report is approved, and that it is handed over to each receiver. */
export function approvalClauses(report: Pick<Report, 'title' | 'year' | 'receivers'>): readonly string[] {
  return [
    report.title.includes(String(report.year))
      ? `att godkänna rapporten ”${report.title}”`
      : `att godkänna rapporten ”${report.title}” för ${report.year}`,
    ...report.receivers.map(({ body, purpose }) =>
      purpose === 'information'
        ? `att överlämna rapporten till ${insideSentence(body.name)} för kännedom`
        : `att överlämna rapporten till ${insideSentence(body.name)}`,
    ),
  ].map((clause, index, all) => `${clause}${index === all.length - 1 ? '.' : ','}`);
}

/** Where a report stands on an agenda for its approval. */
export function approvalItemOf(r: Reader, reportId: Id<'report'>): Promise<ApprovalItem | undefined> {
  return itemToApprove(r, 'approvesReport', reportId);
}
