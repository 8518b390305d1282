import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { getDecision } from '../decisions/index.ts';
import { getBody } from '../organisation/index.ts';
import { type DecisionTaskFields, decisionTaskProblems } from './decision-task.ts';
import { taskStatusAfter } from './decision-task-transitions.ts';
import { takeTask, writeChange } from './decision-task-writer.ts';

export type AddDecisionTask = DecisionTaskFields & { readonly decisionId: Id<'decision'> };

/** Puts a task that follows from a made decision on the list of the body that decided, not started. */
export async function addDecisionTask(
  w: Writer<'task.edit' | 'decision.record' | 'meeting.conduct'>,
  input: AddDecisionTask,
): Promise<Id<'decisionTask'>> {
  const decision = await getDecision(w, input.decisionId);
  requireBody(w.auth, decision.body.id);
  refuseProblems([
    ...decisionTaskProblems(input, decision.clauses.length),
    ...(decision.state === 'made' ? [] : [{ path: 'decisionId', key: 'execution.notMade' }]),
  ]);
  if (input.responsibleBodyId) await getBody(w, input.responsibleBodyId);
  const id: Id<'decisionTask'> = w.runtime.newId();
  const row = { ...rowOf(input), decision_id: decision.id, body_id: decision.body.id, status: 'notStarted' as const };
  await w.db
    .insertInto('decision_task')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await writeChange(w, { taskId: id, from: null, to: row.status, on: w.runtime.today() });
  await w.log({ noun: 'decisionTask', recordId: id, after: row });
  return id;
}

export type ChangeDecisionTask = DecisionTaskFields & {
  readonly taskId: Id<'decisionTask'>;
  readonly expectedVersion: number;
};

/** Changes what a task says, who answers for it, or its day. A moved day stands in its history: a task that slips is seen to slip. */
export async function changeDecisionTask(
  w: Writer<'task.edit' | 'decision.record' | 'meeting.conduct'>,
  input: ChangeDecisionTask,
): Promise<void> {
  const before = await takeTask(w, input);
  taskStatusAfter(before.status, 'change');
  const decision = await getDecision(w, before.decision.id);
  refuseProblems(decisionTaskProblems(input, decision.clauses.length));
  if (input.responsibleBodyId) await getBody(w, input.responsibleBodyId);
  const row = rowOf(input);
  await w.db
    .updateTable('decision_task')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  if (row.due_on !== before.dueOn)
    await writeChange(w, {
      taskId: before.id,
      from: before.status,
      to: before.status,
      on: w.runtime.today(),
      note: `Senast ${before.dueOn ?? 'utan dag'} → ${row.due_on ?? 'utan dag'}`,
    });
  await w.log({ noun: 'decisionTask', recordId: before.id, before, after: row });
}

function rowOf(fields: DecisionTaskFields) {
  return {
    clause_position: fields.clause ?? null,
    task: fields.task.trim().replace(/\s+/gu, ' '),
    responsible: fields.responsible?.trim() || null,
    responsible_body_id: fields.responsibleBodyId ?? null,
    due_on: fields.dueOn ?? null,
  };
}
