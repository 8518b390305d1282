import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { listBudgetInputs } from './budget-input-reader.ts';

export type AddBudgetInputPoint = {
  readonly inputId: Id<'budgetInput'>;
  readonly number: number;
  readonly text: string;
};

/** Adds a point to an input that is on record: an import confirms the points of a letter one by one. */
export async function addBudgetInputPoint(
  w: Writer<'report.edit' | 'intake.confirm'>,
  input: AddBudgetInputPoint,
): Promise<Id<'budgetInputPoint'>> {
  const [found] = await listBudgetInputs(w, { id: input.inputId });
  if (!found) throw new AppError('record.notFound');
  requireBody(w.auth, found.body.id);
  const problems = [
    ...(input.text.trim() ? [] : [{ path: 'text', key: 'validation.required' }]),
    ...(found.points.some((point) => point.number === input.number)
      ? [{ path: 'number', key: 'followup.numberTwice' }]
      : []),
  ];
  refuseProblems(problems);
  const id: Id<'budgetInputPoint'> = w.runtime.newId();
  const row = { number: input.number, point: input.text.trim() };
  await w.db
    .insertInto('budget_input_point')
    .values({ tenant_id: w.tenantId, id, budget_input_id: found.id, ...row })
    .execute();
  await w.log({
    noun: 'budgetInput',
    recordId: found.id,
    summary: `point ${input.number} added`,
    after: { id, ...row },
  });
  return id;
}
