import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import { addAgendaItem, getMeeting } from '../meetings/index.ts';
import { getBody } from '../organisation/index.ts';
import { listReports } from './report-reader.ts';
import type { ReceiverPurpose } from './report-receiver.ts';
import { insideSentence } from './swedish-phrases.ts';

/**
 * Puts a delivered report on the agenda of a meeting of the body that received it. The item is linked with the report, whose frozen document is from
 * then on among the papers of the item.
 */
export async function takeUpReport(
  w: Writer<'meeting.edit'>,
  input: { readonly receiverId: Id<'reportReceiver'>; readonly meetingId: Id<'meeting'> },
): Promise<Id<'agendaItem'>> {
  const receiver = await lockReceiver(w, input.receiverId);
  const meeting = await getMeeting(w, input.meetingId);
  const bodies = [meeting.body, ...meeting.jointBodies].map(({ id }) => id);
  refuseProblems(bodies.includes(receiver.body_id) ? [] : [{ path: 'meetingId', key: 'report.meetingOfOther' }]);
  const [report] = await listReports(w, { ids: [receiver.report_id] });
  if (!report) throw new AppError('record.notFound');
  const from = await getBody(w, report.body.id);
  const closing = meeting.items.find(({ parentId, standing }) => parentId === null && standing === 'closing');
  const itemId = await addAgendaItem(w, {
    meetingId: meeting.id,
    title: report.title.includes(String(report.year))
      ? `${report.title} från ${insideSentence(from.name)}`
      : `${report.title} från ${insideSentence(from.name)}, ${report.year}`,
    category: (receiver.purpose as ReceiverPurpose) === 'information' ? 'information' : 'decision',
    beforeItemId: closing?.id ?? null,
  });
  await w.db
    .updateTable('report_receiver')
    .set({ agenda_item_id: itemId })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', receiver.id)
    .execute();
  await w.log({ noun: 'report', recordId: report.id, summary: 'taken up', after: { itemId, meetingId: meeting.id } });
  return itemId;
}

/** Notes that a body has received a delivered report without taking it up as an item: for information, or dealt with before it was registered here. */
export async function noteReceived(
  w: Writer<'meeting.edit'>,
  input: { readonly receiverId: Id<'reportReceiver'> },
): Promise<void> {
  const receiver = await lockReceiver(w, input.receiverId);
  const received_on = w.runtime.today();
  await w.db
    .updateTable('report_receiver')
    .set({ received_on })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', receiver.id)
    .execute();
  await w.log({
    noun: 'report',
    recordId: receiver.report_id,
    summary: 'received',
    after: { bodyId: receiver.body_id, receivedOn: received_on },
  });
}

/** A receiver with whom a delivered report still waits, read for change by somebody who may act for that body. */
async function lockReceiver(w: Writer, id: Id<'reportReceiver'>) {
  const receiver = await lockRow(w, 'report_receiver', id);
  requireBody(w.auth, receiver.body_id);
  const item = receiver.agenda_item_id && (await liveItem(w, receiver.agenda_item_id));
  if (receiver.delivered_on === null || receiver.received_on !== null || item) throw new AppError('report.notWaiting');
  return receiver;
}

/** Whether an item stands on the agenda of a meeting that was not cancelled. */
async function liveItem(w: Writer, itemId: string): Promise<boolean> {
  const row = await w.db
    .selectFrom('agenda_item as item')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'item.meeting_id').onRef('meeting.tenant_id', '=', 'item.tenant_id'),
    )
    .select('meeting.state')
    .where('item.tenant_id', '=', w.tenantId)
    .where('item.id', '=', itemId)
    .executeTakeFirst();
  return row !== undefined && row.state !== 'cancelled';
}
