import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getMeeting, type MeetingDetail } from '../meetings/index.ts';
import type { DecisionTask, DecisionTaskChange } from './decision-task.ts';
import { listDecisionTasks, toldInItem } from './decision-task-reader.ts';
import { statusesOnTheList } from './decision-task-transitions.ts';

const everyTask = 1_000;

/** The tasks that the bodies of a meeting still have on their lists. */
export async function openTasksOf(r: Reader, { body, jointBodies }: MeetingDetail): Promise<readonly DecisionTask[]> {
  const lists: DecisionTask[] = [];
  for (const { id } of [body, ...jointBodies])
    lists.push(...(await listDecisionTasks(r, { bodyId: id, statuses: statusesOnTheList, limit: everyTask })).tasks);
  return lists;
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
