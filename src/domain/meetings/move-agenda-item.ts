import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { agendaNumbers, itemOrder, movedOrder, writeOrder } from './agenda-order.ts';
import { listAgendaVersions } from './agenda-version-reader.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockItem, lockMeeting } from './meeting-writer.ts';

export type MoveAgendaItem = {
  readonly itemId: Id<'agendaItem'>;
  readonly expectedVersion: number;
  readonly direction: 'earlier' | 'later';
};

/**
 * Lets an item change places with the one before or after it, with the points under it. What is printed as its number stays: a notice that was
 * sent is referred to by it, and whoever renumbers says so. At the end of the agenda it is a problem to be corrected.
 */
export async function moveAgendaItem(
  w: Writer<'meeting.edit'>,
  { itemId, expectedVersion, direction }: MoveAgendaItem,
): Promise<void> {
  const { item, meeting } = await lockItem(w, itemId);
  expectVersion(item, expectedVersion);
  meetingStateAfter(meeting.state, 'changeAgenda');
  const order = movedOrder(await itemOrder(w, item.meeting_id), itemId, direction);
  if (!order) return refuseProblems([{ path: 'itemId', key: 'meeting.itemAtEnd' }]);
  await writeOrder(w, item.meeting_id, order);
  await w.log({
    noun: 'agendaItem',
    recordId: itemId,
    summary: 'moved',
    before: { position: item.position },
    after: { position: order.indexOf(itemId) + 1 },
  });
}

/** Numbers the agenda anew in its order. Once a notice has been sent its numbers stay, because people refer to them. */
export async function renumberAgenda(
  w: Writer<'meeting.edit'>,
  { meetingId }: { readonly meetingId: Id<'meeting'> },
): Promise<void> {
  const meeting = await lockMeeting(w, meetingId);
  meetingStateAfter(meeting.state, 'changeAgenda');
  if ((await listAgendaVersions(w, meetingId)).length > 0)
    refuseProblems([{ path: 'agenda', key: 'agenda.numbersSent' }]);
  const numbers = agendaNumbers(await itemOrder(w, meetingId));
  for (const [id, number] of numbers)
    await w.db
      .updateTable('agenda_item')
      .set((eb) => ({ number, version: eb('version', '+', 1) }))
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .where((eb) => eb('number', 'is distinct from', number))
      .execute();
  await w.log({ noun: 'meeting', recordId: meetingId, summary: 'agenda renumbered', after: [...numbers] });
}
