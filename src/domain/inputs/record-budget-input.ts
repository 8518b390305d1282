import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';

export type RecordBudgetInput = {
  readonly bodyId: Id<'body'>;
  readonly forYear: number;
  readonly title: string;
  readonly datedOn?: CivilDate | null;
  readonly points: readonly { readonly number: number; readonly text: string }[];
};

/** Puts a body's input to the plan of a year on record, as a paper tells it. A body gives one input a year. */
export async function recordBudgetInput(
  w: Writer<'report.edit' | 'intake.confirm'>,
  input: RecordBudgetInput,
): Promise<Id<'budgetInput'>> {
  requireBody(w.auth, input.bodyId);
  const other = await w.db
    .selectFrom('budget_input')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('body_id', '=', input.bodyId)
    .where('for_year', '=', input.forYear)
    .executeTakeFirst();
  const numbers = input.points.map((point) => point.number);
  const problems = [
    ...(input.title.trim() ? [] : [{ path: 'title', key: 'validation.required' }]),
    ...(input.datedOn && !isCivilDate(input.datedOn) ? [{ path: 'datedOn', key: 'validation.date' }] : []),
    ...(other ? [{ path: 'forYear', key: 'followup.inputExists', values: { year: input.forYear } }] : []),
    ...input.points.flatMap((point, index) => [
      ...(point.text.trim() ? [] : [{ path: `points.${index}.text`, key: 'validation.required' }]),
      ...(numbers.indexOf(point.number) === index
        ? []
        : [{ path: `points.${index}.number`, key: 'followup.numberTwice' }]),
    ]),
  ];
  refuseProblems(problems);
  const id = w.runtime.newId();
  const row = {
    body_id: input.bodyId,
    for_year: input.forYear,
    dated_on: input.datedOn ?? null,
    title: input.title.trim(),
    state: 'onRecord',
  };
  await w.db
    .insertInto('budget_input')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  if (input.points.length > 0)
    await w.db
      .insertInto('budget_input_point')
      .values(
        input.points.map((point) => ({
          tenant_id: w.tenantId,
          id: w.runtime.newId(),
          budget_input_id: id,
          number: point.number,
          point: point.text.trim(),
        })),
      )
      .execute();
  await w.log({ noun: 'budgetInput', recordId: id, after: { ...row, points: input.points } });
  return id;
}
