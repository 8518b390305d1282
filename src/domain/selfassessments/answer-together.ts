import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { personalNumberProblems } from '../../kernel/personal-number.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { type Answer, answerQuestion, getFormVersion } from '../forms/index.ts';
import { answerProblems, areasOf } from './assessment-rules.ts';
import { lockAssessment, lockForParty, takeBackAgreement } from './assessment-writer.ts';

export type TogetherAnswer = {
  readonly question: string;
  readonly answer: Answer;
  /** The version of the answer that was seen; 0 for a question without an answer. */
  readonly expectedVersion: number;
};

/** Saves common answers. What was agreed on before is agreed on no more, because something else stands there now. */
export async function answerTogether(
  w: Writer<'selfassessment.answer'>,
  input: { readonly assessmentId: Id<'selfAssessment'>; readonly answers: readonly TogetherAnswer[] },
): Promise<void> {
  const assessment = await lockAssessment(w, input.assessmentId, 'answer');
  refuseProblems(input.answers.flatMap(({ question, answer }) => answerProblems(question, answer)));
  for (const { question, answer, expectedVersion } of input.answers)
    await answerQuestion(w, {
      responseId: assessment.responseId,
      question,
      answer,
      origin: 'written',
      expectedVersion,
    });
  if (input.answers.length > 0) await takeBackAgreement(w, assessment);
}

/** Writes who sat down from a unit, as functions: whoever reads it later needs to know what was in the room, not who. */
export async function tellParticipants(
  w: Writer<'selfassessment.answer'>,
  input: {
    readonly partyId: Id<'selfAssessmentParty'>;
    readonly participants: string;
    readonly expectedVersion: number;
  },
): Promise<void> {
  const { party } = await lockForParty(w, input.partyId, 'answer');
  expectVersion(party, input.expectedVersion, { participants: input.participants });
  refuseProblems([
    ...(input.participants.trim() ? [] : [{ path: 'participants', key: 'validation.required' }]),
    ...personalNumberProblems({ participants: input.participants }),
  ]);
  const after = { participants: input.participants.trim() };
  await w.db
    .updateTable('self_assessment_party')
    .set({ ...after, version: party.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', party.id)
    .execute();
  const before = { participants: party.participants };
  await w.log({ noun: 'selfAssessmentParty', recordId: party.id, before, after });
}

export type NoteView = {
  readonly partyId: Id<'selfAssessmentParty'>;
  readonly question: string;
  readonly step: number | null;
  /** Empty takes the view back. */
  readonly note: string;
  /** The version of the view that was seen; 0 for none. */
  readonly expectedVersion: number;
};

/** Notes that a unit sees an area otherwise than the common answer. Agreeing on the form is not the same as seeing everything alike. */
export async function noteView(w: Writer<'selfassessment.answer'>, input: NoteView): Promise<void> {
  const { assessment, party } = await lockForParty(w, input.partyId, 'answer');
  const { structure } = await getFormVersion(w, assessment.round.formVersionId);
  const area = areasOf(structure).find(({ code }) => code === input.question);
  if (!area) throw new AppError('form.questionUnknown');
  const { step } = input;
  refuseProblems([
    ...(step === null || (Number.isInteger(step) && step >= area.answer.from && step <= area.answer.to)
      ? []
      : [{ path: 'step', key: 'validation.choose' }]),
    ...(step !== null && !input.note.trim() ? [{ path: 'note', key: 'selfassessments.viewReason' }] : []),
    ...personalNumberProblems({ note: input.note }),
  ]);
  const found = party.views.find(({ question }) => question === area.code);
  expectVersion(found ?? { version: 0, step: null, note: '' }, input.expectedVersion, { step, note: input.note });
  const note = input.note.trim();
  const of = { self_assessment_party_id: party.id, question_code: area.code };
  if (!note)
    await w.db
      .deleteFrom('self_assessment_view')
      .where('tenant_id', '=', w.tenantId)
      .where('self_assessment_party_id', '=', party.id)
      .where('question_code', '=', area.code)
      .execute();
  else
    await w.db
      .insertInto('self_assessment_view')
      .values({ tenant_id: w.tenantId, id: w.runtime.newId(), ...of, step, note })
      .onConflict((on) =>
        on
          .columns(['tenant_id', 'self_assessment_party_id', 'question_code'])
          .doUpdateSet({ step, note, version: (found?.version ?? 0) + 1 }),
      )
      .execute();
  await w.log({
    noun: 'selfAssessmentParty',
    recordId: party.id,
    summary: `view on ${area.code}`,
    before: found && { step: found.step, note: found.note },
    after: { step, note },
  });
  await takeBackAgreement(w, assessment);
}
