import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { type AddDecisionTask, addDecisionTask, linkReportToDecision } from '../../src/domain/execution/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TestDatabase } from './database.ts';

type Where = Pick<TestDatabase, 'db' | 'tenantId'>;

/** Puts a task that follows from a decision on the body's list through the verb. */
export function buildDecisionTask(
  { db, tenantId }: Where,
  input: Partial<AddDecisionTask> & Pick<AddDecisionTask, 'decisionId'>,
): Promise<Id<'decisionTask'>> {
  const auth = authorize(operatorOf(tenantId), 'task.edit');
  const fields = { task: 'Ta fram ett förslag', responsible: 'Handläggaren', ...input };
  return db.transact(auth, { verb: 'addDecisionTask' }, (w) => addDecisionTask(w, fields));
}

/** Says through the verb that a decision approves a report-back. */
export function buildReportLink(
  { db, tenantId }: Where,
  input: { readonly decisionId: Id<'decision'>; readonly reportId: Id<'report'> },
): Promise<void> {
  const auth = authorize(operatorOf(tenantId), 'decision.record');
  return db.transact(auth, { verb: 'linkReportToDecision' }, (w) => linkReportToDecision(w, input));
}
