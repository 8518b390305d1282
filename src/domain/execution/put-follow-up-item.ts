import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { addAgendaItem, changeAgendaItem, getMeeting } from '../meetings/index.ts';
import { openTasksOf } from './follow-up-reader.ts';
import { withOpenTasks } from './follow-up-words.ts';

/** Puts the item for decision follow-up on an agenda, with the body's open tasks under it; one that stands there already is brought up to date. */
export async function putFollowUpItem(
  w: Writer<'meeting.edit'>,
  { meetingId }: { readonly meetingId: Id<'meeting'> },
): Promise<Id<'agendaItem'>> {
  const meeting = await getMeeting(w, meetingId);
  const there = meeting.items.find(({ category }) => category === 'decisionFollowUp');
  if (there) {
    await freshenFollowUp(w, { meetingId });
    await w.log({ noun: 'agendaItem', recordId: there.id, summary: 'follow-up freshened' });
    return there.id;
  }
  const closing = meeting.items.find(({ parentId, standing }) => parentId === null && standing === 'closing');
  return await addAgendaItem(w, {
    meetingId,
    title: 'Uppföljning av beslut',
    category: 'decisionFollowUp',
    summary: withOpenTasks(null, await openTasksOf(w, meeting)),
    beforeItemId: closing?.id ?? null,
  });
}

/**
 * Writes the open tasks of now under the follow-up items of an agenda. It is done when the agenda is frozen, so that what was sent says how the tasks
 * stood that day: until then pages show them live (`followUpOf`).
 */
export async function freshenFollowUp(
  w: Writer<'meeting.edit'>,
  { meetingId }: { readonly meetingId: Id<'meeting'> },
): Promise<void> {
  const meeting = await getMeeting(w, meetingId);
  const items = meeting.items.filter(({ category }) => category === 'decisionFollowUp');
  if (items.length === 0) return;
  const tasks = await openTasksOf(w, meeting);
  for (const item of items) {
    const summary = withOpenTasks(item.summary, tasks);
    if (summary !== item.summary)
      await changeAgendaItem(w, { itemId: item.id, expectedVersion: item.version, changes: { summary } });
  }
}
