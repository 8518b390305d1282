import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import type { DecisionTask } from './decision-task.ts';
import { getDecisionTask } from './decision-task-reader.ts';
import type { DecisionTaskStatus } from './decision-task-transitions.ts';

/** Reads a task for change: locked, of a body that the proof covers, in the version that was seen. */
export async function takeTask(
  w: Writer,
  input: { readonly taskId: Id<'decisionTask'>; readonly expectedVersion: number },
): Promise<DecisionTask> {
  await lockRow(w, 'decision_task', input.taskId);
  const task = await getDecisionTask(w, input.taskId);
  requireBody(w.auth, task.body.id);
  return expectVersion(task, input.expectedVersion, input);
}

/** Adds an entry to the history of a task. Entries are never changed: who was wrong tells it anew. */
export async function writeChange(
  w: Writer,
  change: {
    readonly taskId: Id<'decisionTask'>;
    readonly from: DecisionTaskStatus | null;
    readonly to: DecisionTaskStatus;
    readonly on: CivilDate;
    readonly itemId?: Id<'agendaItem'> | null;
    readonly note?: string | null;
  },
): Promise<void> {
  await w.db
    .insertInto('decision_task_change')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      decision_task_id: change.taskId,
      from_status: change.from,
      to_status: change.to,
      changed_on: change.on,
      agenda_item_id: change.itemId ?? null,
      note: change.note?.trim() || null,
      told_at: w.runtime.now(),
      told_by: w.auth.actorName,
    })
    .execute();
}
