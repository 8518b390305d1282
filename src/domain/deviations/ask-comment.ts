import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { addStep, lockDeviation, refusePatientData } from './deviation-writer.ts';

/** Asks a pointed-out function what it thinks of a deviation (DEV-11). */
export async function askComment(
  w: Writer<'deviation.handle'>,
  input: {
    readonly deviationId: Id<'deviation'>;
    readonly functionId: Id<'deviationFunction'>;
    readonly question: string;
    readonly acknowledged?: boolean | undefined;
  },
): Promise<Id<'deviationComment'>> {
  const question = input.question.trim();
  if (question === '') refuseProblems([{ path: 'question', key: 'validation.required' }]);
  await refusePatientData(w, { question }, input.acknowledged);
  const { id: deviationId, nextState: state } = await lockDeviation(w, input.deviationId, 'askComment');
  const asked = await getRow(w, 'deviation_function', input.functionId);
  const id: Id<'deviationComment'> = w.runtime.newId();
  const row = {
    deviation_id: deviationId,
    deviation_function_id: asked.id,
    question,
    asked_on: w.runtime.today(),
    answer: '',
    answered_on: null,
  };
  await w.db
    .insertInto('deviation_comment')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await addStep(w, deviationId, { action: 'askComment', state, note: asked.title });
  await w.log({ noun: 'deviationComment', recordId: id, after: row });
  return id;
}

/** Writes what the function answered, once: what it thinks later is a question of its own. */
export async function answerComment(
  w: Writer<'deviation.handle' | 'deviation.report'>,
  input: {
    readonly commentId: Id<'deviationComment'>;
    readonly expectedVersion: number;
    readonly answer: string;
    readonly acknowledged?: boolean | undefined;
  },
): Promise<void> {
  const answer = input.answer.trim();
  if (answer === '') refuseProblems([{ path: 'answer', key: 'validation.required' }]);
  await refusePatientData(w, { answer }, input.acknowledged);
  const { deviation_id } = await getRow(w, 'deviation_comment', input.commentId);
  await lockDeviation(w, deviation_id, 'askComment');
  const before = await lockRow(w, 'deviation_comment', input.commentId);
  expectVersion(before, input.expectedVersion, { answer });
  if (before.answered_on !== null) throw new AppError('deviations.answered');
  const row = { answer, answered_on: w.runtime.today() };
  await w.db
    .updateTable('deviation_comment')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'deviationComment', recordId: before.id, after: row });
}
