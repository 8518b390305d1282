import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockItem } from './meeting-writer.ts';

export type MoveAgendaItem = {
  readonly itemId: Id<'agendaItem'>;
  readonly expectedVersion: number;
  readonly direction: 'earlier' | 'later';
};

/**
 * Lets an item change places with the one before or after it. What is printed as its number stays: a notice that was sent is referred to by it,
 * and whoever renumbers says so by changing the items. At the end of the agenda it is a problem to be corrected.
 */
export async function moveAgendaItem(
  w: Writer<'meeting.edit'>,
  { itemId, expectedVersion, direction }: MoveAgendaItem,
): Promise<void> {
  const { item, meeting } = await lockItem(w, itemId);
  expectVersion(item, expectedVersion);
  meetingStateAfter(meeting.state, 'changeAgenda');
  const earlier = direction === 'earlier';
  const neighbour = await w.db
    .selectFrom('agenda_item')
    .select(['id', 'position'])
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', item.meeting_id)
    .where('position', earlier ? '<' : '>', item.position)
    .orderBy('position', earlier ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst();
  if (!neighbour) throw new AppError('record.invalid', {}, [{ path: 'itemId', key: 'meeting.itemAtEnd' }]);
  const place = (id: string, position: number) =>
    w.db
      .updateTable('agenda_item')
      .set({ position })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .execute();
  // A place belongs to one item at every moment, so the first of the two waits at a place that no agenda has.
  await place(itemId, -item.position);
  await place(neighbour.id, item.position);
  await place(itemId, neighbour.position);
  await w.log({
    noun: 'agendaItem',
    recordId: itemId,
    summary: 'moved',
    before: { position: item.position },
    after: { position: neighbour.position },
  });
}
