import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { recordDecision } from '../decisions/index.ts';
import { addAgendaItem, getMeeting } from '../meetings/index.ts';
import { getReport, insideSentence, type Report, titleWithYear } from '../reports/index.ts';
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

/** Where a report stands on an agenda for its approval: the item whose proposal approves it, in a meeting that is still to end. */
export async function approvalItemOf(
  r: Reader,
  reportId: Id<'report'>,
): Promise<
  { readonly itemId: Id<'agendaItem'>; readonly meetingId: Id<'meeting'>; readonly heldOn: CivilDate } | undefined
> {
  const row = await r.db
    .selectFrom('decision_effect as effect')
    .innerJoin('decision', (join) =>
      join.onRef('decision.id', '=', 'effect.decision_id').onRef('decision.tenant_id', '=', 'effect.tenant_id'),
    )
    .innerJoin('agenda_item as item', (join) =>
      join.onRef('item.id', '=', 'decision.agenda_item_id').onRef('item.tenant_id', '=', 'decision.tenant_id'),
    )
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'item.meeting_id').onRef('meeting.tenant_id', '=', 'item.tenant_id'),
    )
    .select(['item.id as item_id', 'meeting.id as meeting_id', 'meeting.held_on'])
    .where('effect.tenant_id', '=', r.tenantId)
    .where('effect.noun', '=', 'report')
    .where('effect.record_id', '=', reportId)
    .where('effect.kind', '=', 'approvesReport')
    .where('decision.state', '=', 'proposed')
    .where('meeting.state', 'in', ['planned', 'summoned', 'opened', 'adjourned'])
    .orderBy('meeting.held_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { itemId: row.item_id, meetingId: row.meeting_id, heldOn: row.held_on };
}
