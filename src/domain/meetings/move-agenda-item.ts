import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { agendaNumbers, itemOrder, movedOrder, writeOrder } from './agenda-order.ts';
import { listAgendaVersions } from './agenda-version-reader.ts';
import { getMeeting } from './meeting-reader.ts';
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
      // An item that had no number is still as whoever added it left it: its first number is no change that another must see.
      .set((eb) => ({
        number,
        version: eb
          .case()
          .when('number', 'is', null)
          .then(eb.ref('version'))
          .else(eb('version', '+', 1))
          .end(),
      }))
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .where((eb) => eb('number', 'is distinct from', number))
      .execute();
  await w.log({ noun: 'meeting', recordId: meetingId, summary: 'agenda renumbered', after: [...numbers] });
}

/**
 * Gives a new item its number: where the others are numbered in their order and nothing was sent, all are numbered anew; otherwise it gets the
 * number after the highest, because those that stand are referred to.
 */
export async function numberNewItem(
  w: Writer<'meeting.edit'>,
  { meetingId, itemId }: { readonly meetingId: Id<'meeting'>; readonly itemId: Id<'agendaItem'> },
): Promise<void> {
  const { items } = await getMeeting(w, meetingId);
  const others = items.filter(({ id }) => id !== itemId);
  const inOrder = agendaNumbers(others);
  const untouched = others.every(({ id, number }) => number === inOrder.get(id));
  if (untouched && (await listAgendaVersions(w, meetingId)).length === 0) return renumberAgenda(w, { meetingId });
  const added = items.find(({ id }) => id === itemId);
  const number = added?.parentId
    ? agendaNumbers(items).get(itemId)!
    : String(1 + Math.max(0, ...others.map((one) => Number.parseInt(one.number ?? '0', 10) || 0)));
  await w.db
    .updateTable('agenda_item')
    .set({ number })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', itemId)
    .execute();
  await w.log({ noun: 'agendaItem', recordId: itemId, summary: 'numbered', after: { number } });
}
