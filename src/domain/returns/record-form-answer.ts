import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import type { FormAnswer } from './form-return.ts';
import { listFormReturns } from './form-return-reader.ts';

/** The return of a title and year, entered when the register does not have it. */
export async function ensureFormReturn(
  w: Writer<'report.edit' | 'intake.confirm'>,
  input: { readonly title: string; readonly organisation?: string | null; readonly year: number },
): Promise<{ readonly id: Id<'formReturn'>; readonly created: boolean }> {
  refuseProblems(input.title.trim() ? [] : [{ path: 'title', key: 'validation.required' }]);
  const [found] = await listFormReturns(w, { title: input.title, year: input.year });
  if (found) return { id: found.id, created: false };
  const id: Id<'formReturn'> = w.runtime.newId();
  const row = { title: input.title.trim(), organisation: input.organisation?.trim() || null, year: input.year };
  await w.db
    .insertInto('form_return')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'formReturn', recordId: id, after: row });
  return { id, created: true };
}

export type RecordFormAnswer = { readonly formReturnId: Id<'formReturn'> } & Omit<FormAnswer, 'id' | 'version'>;

/** Puts a question with its answer on record, after those that are there. A return has each number once. */
export async function recordFormAnswer(
  w: Writer<'report.edit' | 'intake.confirm'>,
  input: RecordFormAnswer,
): Promise<Id<'formAnswer'>> {
  const [found] = await listFormReturns(w, { id: input.formReturnId });
  refuseProblems([
    ...(found ? [] : [{ path: 'formReturnId', key: 'validation.id' }]),
    ...(input.number.trim() ? [] : [{ path: 'number', key: 'validation.required' }]),
    ...(input.question.trim() ? [] : [{ path: 'question', key: 'validation.required' }]),
    ...(found?.answers.some((one) => one.number === input.number.trim())
      ? [{ path: 'number', key: 'forms.numberTaken', values: { number: input.number } }]
      : []),
  ]);
  const { last } = await w.db
    .selectFrom('form_answer')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('form_return_id', '=', input.formReturnId)
    .executeTakeFirstOrThrow();
  const id: Id<'formAnswer'> = w.runtime.newId();
  const row = {
    form_return_id: input.formReturnId,
    position: (last ?? 0) + 1,
    number: input.number.trim(),
    section: input.section?.trim() || null,
    question: input.question.trim(),
    kind: input.kind,
    options: JSON.stringify(input.options),
    matrix: input.matrix && JSON.stringify(input.matrix),
    condition: input.condition && JSON.stringify(input.condition),
    details: input.details && JSON.stringify(input.details),
    answer: input.answer?.trim() || null,
    certainty: input.certainty === null ? null : String(input.certainty),
    inferred_from: input.inferredFrom,
  };
  await w.db
    .insertInto('form_answer')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'formAnswer', recordId: id, after: row });
  return id;
}
