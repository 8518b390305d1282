import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import {
  type AgendaItem,
  getAgendaItem,
  getMeeting,
  type MeetingState,
  meetingTransitions,
} from '../meetings/index.ts';
import { type ItemProceedings, proceedingsOf, saveSectionText } from '../proceedings/index.ts';
import type { DecisionTask } from './decision-task.ts';
import { type TellingAction, takesTheBody, taskStatusAfter } from './decision-task-transitions.ts';
import { takeTask, writeChange } from './decision-task-writer.ts';
import { withToldLine } from './follow-up-words.ts';

export type TellDecisionTask = {
  readonly taskId: Id<'decisionTask'>;
  readonly expectedVersion: number;
  readonly action: TellingAction;
  readonly note?: string | null;
};

/** Tells how a task stands, between meetings: whoever answers for it reports. What takes the body is told in an item (`tellInItem`). */
export async function tellDecisionTask(
  w: Writer<'task.edit' | 'decision.record' | 'meeting.conduct'>,
  input: TellDecisionTask,
): Promise<void> {
  const task = await takeTask(w, input);
  refuseProblems(takesTheBody(input.action) ? [{ path: 'itemId', key: 'execution.bodyCloses' }] : []);
  await tell(w, task, input, { on: w.runtime.today(), itemId: null });
}

export type TellInItem = TellDecisionTask & { readonly itemId: Id<'agendaItem'> };

/**
 * Tells how a task stands in an item of a meeting of its body. In the item for decision follow-up it lands in the text of the §, so that the minutes
 * carry it; only there, or where the body decided, is a task closed. Adjusted minutes are not changed, but an item of theirs can be cited.
 */
export async function tellInItem(w: Writer<'meeting.conduct'>, input: TellInItem): Promise<void> {
  const task = await takeTask(w, input);
  const item = await getAgendaItem(w, input.itemId);
  const meeting = await getMeeting(w, item.meetingId);
  const bodies = [meeting.body, ...meeting.jointBodies].map(({ id }) => id);
  const happened = await proceedingsOf(w, item.id);
  const held = !['planned', 'summoned', 'cancelled'].includes(meeting.state);
  refuseProblems([
    ...(bodies.includes(task.body.id) ? [] : [{ path: 'itemId', key: 'decision.otherMeeting' }]),
    ...(held ? [] : [{ path: 'itemId', key: 'meeting.notHeldYet' }]),
    ...(takesTheBody(input.action) && !bodyHeardIt(item, happened)
      ? [{ path: 'itemId', key: 'execution.bodyCloses' }]
      : []),
  ]);
  await tell(w, task, input, { on: meeting.heldOn, itemId: item.id });
  if (item.category !== 'decisionFollowUp' || happened.outcome.sealed || !mayWriteDown(meeting.state)) return;
  const text = happened.texts.find(({ field }) => field === 'deliberation');
  const status = taskStatusAfter(task.status, input.action);
  await saveSectionText(w, {
    itemId: item.id,
    field: 'deliberation',
    body: withToldLine(text?.body ?? '', { ...task, status }, input.note),
    expectedVersion: text?.version ?? 0,
  });
}

function mayWriteDown(state: MeetingState): boolean {
  return meetingTransitions.some(
    (row) => row.action === 'writeDown' && (row.from as readonly string[]).includes(state),
  );
}

/** A body closes a task where it follows its decisions up, or by a decision. */
function bodyHeardIt(item: AgendaItem, { decisions }: ItemProceedings): boolean {
  return item.category === 'decisionFollowUp' || decisions.some(({ state }) => state === 'made');
}

async function tell(
  w: Writer,
  task: DecisionTask,
  { action, note }: TellDecisionTask,
  where: { readonly on: CivilDate; readonly itemId: Id<'agendaItem'> | null },
): Promise<void> {
  const to = taskStatusAfter(task.status, action);
  refuseProblems(action === 'tell' && !note?.trim() ? [{ path: 'note', key: 'validation.required' }] : []);
  refuseProblems(action === 'drop' && !note?.trim() ? [{ path: 'note', key: 'execution.whyDropped' }] : []);
  await w.db
    .updateTable('decision_task')
    .set({ status: to, version: task.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', task.id)
    .execute();
  await writeChange(w, { taskId: task.id, from: task.status, to, note: note ?? null, ...where });
  await w.log({
    noun: 'decisionTask',
    recordId: task.id,
    summary: action,
    before: { status: task.status },
    after: { status: to, note, ...where },
  });
}
