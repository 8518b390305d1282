import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { type Answer, valueKindOf } from './answer-value.ts';
import type { AnswerOrigin } from './form-response.ts';
import { type FormStructure, questionsOf } from './form-structure.ts';

type MayAnswer = Writer<'return.answer' | 'return.edit' | 'selfassessment.answer'>;

/** Opens a response to a published version. The noun that asks (a return, a self-assessment) keeps who answers it and until when. */
export async function startFormResponse(
  w: Writer<'return.edit' | 'selfassessment.edit'>,
  formVersionId: Id<'formVersion'>,
): Promise<Id<'formResponse'>> {
  const found = await getRow(w, 'form_version', formVersionId);
  if (found.state !== 'published') throw new AppError('form.notPublished');
  const id: Id<'formResponse'> = w.runtime.newId();
  await w.db
    .insertInto('form_response')
    .values({ tenant_id: w.tenantId, id, form_version_id: found.id, frozen_at: null })
    .execute();
  await w.log({ noun: 'formResponse', recordId: id, after: { formVersionId } });
  return id;
}

export type AnswerQuestion = {
  readonly responseId: Id<'formResponse'>;
  readonly question: string;
  readonly answer: Answer;
  readonly origin: AnswerOrigin;
  /** The version of the answer that was seen; 0 for a question without an answer. */
  readonly expectedVersion: number;
};

/**
 * Keeps the answer to one question, also to one that is not asked at the moment. Answers the new version of the answer. Who may answer this
 * question of this response is the caller's to check.
 */
export async function answerQuestion(w: MayAnswer, input: AnswerQuestion): Promise<number> {
  const response = await lockRow(w, 'form_response', input.responseId);
  if (response.frozen_at) throw new AppError('form.answersFrozen');
  const formVersion = await getRow(w, 'form_version', response.form_version_id);
  const question = questionsOf(formVersion.structure as unknown as FormStructure).find(
    ({ code }) => code === input.question,
  );
  if (!question) throw new AppError('form.questionUnknown');
  refuseProblems(
    valueKindOf(question.answer) === input.answer.value.kind ? [] : [{ path: 'value', key: 'validation.choice' }],
  );
  const found = await w.db
    .selectFrom('form_response_answer')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('form_response_id', '=', response.id)
    .where('question_code', '=', question.code)
    .executeTakeFirst();
  expectVersion(found ?? { version: 0, value: null, comment: null }, input.expectedVersion, input.answer);
  const row = {
    value: JSON.stringify(input.answer.value),
    comment: input.answer.comment?.trim() || null,
    origin: input.origin,
    answered_by: w.auth.actorName,
    answered_at: w.runtime.now(),
  };
  const version = (found?.version ?? 0) + 1;
  if (found)
    await w.db
      .updateTable('form_response_answer')
      .set({ ...row, version })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', found.id)
      .execute();
  else
    await w.db
      .insertInto('form_response_answer')
      .values({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        form_response_id: response.id,
        question_code: question.code,
        ...row,
      })
      .execute();
  await w.log({
    noun: 'formResponse',
    recordId: response.id,
    summary: `answer ${question.code}`,
    before: found && { value: found.value, comment: found.comment },
    after: { value: input.answer.value, comment: row.comment, origin: input.origin },
  });
  return version;
}
