import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { addAgendaItem, changeAgendaItem, getMeeting, type MeetingDetail } from '../meetings/index.ts';
import type { DecisionTask, DecisionTaskChange } from './decision-task.ts';
import { listDecisionTasks, toldInItem } from './decision-task-reader.ts';
import { statusesOnTheList } from './decision-task-transitions.ts';
import { withOpenTasks } from './follow-up-words.ts';

const everyTask = 1_000;

/** The tasks that the bodies of a meeting still have on their lists. */
async function openTasksOf(r: Reader, { body, jointBodies }: MeetingDetail): Promise<readonly DecisionTask[]> {
  const lists: DecisionTask[] = [];
  for (const { id } of [body, ...jointBodies])
    lists.push(...(await listDecisionTasks(r, { bodyId: id, statuses: statusesOnTheList, limit: everyTask })).tasks);
  return lists;
}

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

/** A task in a follow-up item: how it stands now, and what was told of it in this item. */
export type FollowedTask = { readonly task: DecisionTask; readonly told: readonly DecisionTaskChange[] };

/** The sub-list of a follow-up item: the tasks that are open now, and those of which something was told in it (it may have been closed there). */
export async function followUpOf(
  r: Reader,
  { meetingId, itemId }: { readonly meetingId: Id<'meeting'>; readonly itemId: Id<'agendaItem'> },
): Promise<readonly FollowedTask[]> {
  const open = await openTasksOf(r, await getMeeting(r, meetingId));
  const told = await toldInItem(r, itemId);
  const closedHere = [...new Set(told.map(({ taskId }) => taskId))].filter((id) => !open.some((one) => one.id === id));
  const { tasks } =
    closedHere.length > 0 ? await listDecisionTasks(r, { ids: closedHere, limit: everyTask }) : { tasks: [] };
  return [...open, ...tasks].map((task) => ({ task, told: told.filter(({ taskId }) => taskId === task.id) }));
}
