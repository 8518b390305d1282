import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { getGoal, getGoalTree, listGoals } from './goal-reader.ts';
import { requireAdopter, writeStatements } from './goal-writer.ts';

export type RewordGoal = {
  readonly goalId: Id<'goal'>;
  readonly expectedVersion: number;
  readonly heading: string;
  readonly text: string;
};

/** Changes the words of a goal. Statements whose words stay keep their anchor and what cites them; the others get a new one. */
export async function rewordGoal(w: Writer<'goal.edit'>, input: RewordGoal): Promise<void> {
  await lockRow(w, 'goal', input.goalId);
  const before = expectVersion(await getGoal(w, input.goalId), input.expectedVersion, input);
  requireAdopter(w, (await getGoalTree(w, before.goalDocumentId)).adoptedByBodyId);
  const [heading, text] = [input.heading.trim(), input.text.trim()];
  if (heading === '') throw new AppError('record.invalid', {}, [{ path: 'heading', key: 'validation.required' }]);
  const others = await listGoals(w, before.goalDocumentId);
  if (others.some((goal) => goal.id !== before.id && goal.heading === heading))
    throw new AppError('record.invalid', {}, [{ path: 'heading', key: 'goal.headingTaken' }]);
  await w.db
    .updateTable('goal')
    .set({ heading, body_text: text, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await writeStatements(w, before.id, before.statements, text);
  await w.log({
    noun: 'goal',
    recordId: before.id,
    before: { heading: before.heading, text: before.text },
    after: { heading, text },
  });
}
