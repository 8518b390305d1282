import type { Selectable } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import type { ConsultationResponseRow } from '../../storage/schema/consultations.ts';
import { expectVersion } from '../../storage/version.ts';
import { type AnswerContent, answerClosure, answerProblems, tidyAnswer } from './answer-content.ts';
import { type AnswerPlace, lockAnswerAt } from './answer-place.ts';
import { findDraft } from './answer-sheet-reader.ts';
import type { Consultation } from './consultation.ts';
import { getConsultation } from './consultation-reader.ts';

export type WriteAnswer = {
  readonly place: AnswerPlace;
  /** The version of the draft that was shown; 0 when there was none. */
  readonly expectedVersion: number;
  readonly content: AnswerContent;
};

/** Keeps what a respondent has written so far. Who saved a newer draft meanwhile, in another window, is shown both. */
export async function saveAnswerDraft(w: Writer<'consultation.answer'>, input: WriteAnswer): Promise<number> {
  const { row, consultation } = await openAnswer(w, input);
  const version = await keepDraft(w, row, input, consultation);
  await w.log({ noun: 'consultationResponse', recordId: row.id, summary: 'draft', after: { version } });
  return version;
}

/**
 * Sends the answer in. It takes the place of one that was sent before, which stays as it was under its own number; a late one is taken like any other and
 * is shown as late.
 */
export async function sendAnswer(w: Writer<'consultation.answer'>, input: WriteAnswer): Promise<void> {
  const { row, consultation } = await openAnswer(w, input);
  const content = tidyAnswer(input.content, consultation);
  refuseProblems(answerProblems(content, consultation, w.runtime.today()));
  const through = 'token' in input.place ? 'link' : 'account';
  const number = row.answer_number + 1;
  await w.db
    .insertInto('consultation_answer')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      consultation_response_id: row.id,
      number,
      sent_at: w.runtime.now(),
      sent_by: content.answeredBy ?? w.auth.actorName,
      through,
      content: JSON.stringify(content),
    })
    .execute();
  const answer = {
    received_on: w.runtime.today(),
    sender: content.sender,
    stance: content.stance,
    decided_on: content.decidedOn,
    decision_section: content.decisionSection,
    answered_by: content.answeredBy ?? w.auth.actorName,
    answered_through: through,
    answer_number: number,
  };
  await w.db
    .updateTable('consultation_response')
    .set({
      ...answer,
      response: content.comment,
      answers: JSON.stringify(content.answers),
      version: row.version + 1,
    })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', row.id)
    .execute();
  await w.db
    .updateTable('consultation_attachment')
    .set({ sent: true })
    .where('tenant_id', '=', w.tenantId)
    .where('consultation_response_id', '=', row.id)
    .execute();
  await w.db
    .deleteFrom('consultation_draft')
    .where('tenant_id', '=', w.tenantId)
    .where('consultation_response_id', '=', row.id)
    .execute();
  // The words may be found secret later, and the log is open to more readers: it says that and how, not what.
  await w.log({ noun: 'consultationResponse', recordId: row.id, summary: 'answer', after: answer });
}

async function openAnswer(w: Writer<'consultation.answer'>, input: WriteAnswer) {
  const row = await lockAnswerAt(w, input.place);
  const consultation = await requireOpen(w, row);
  const draft = await findDraft(w, row.id);
  expectVersion(
    { version: 0, ...draft?.content, ...(draft && { version: draft.version }) },
    input.expectedVersion,
    input,
  );
  return { row, consultation };
}

/** The round of an answer that can be written today. Throws `consultation.closed` or `consultation.answerStands`. */
export async function requireOpen(w: Writer, row: Selectable<ConsultationResponseRow>): Promise<Consultation> {
  const consultation = await getConsultation(w, row.consultation_id);
  const response = consultation.responses.find(({ id }) => id === row.id)!;
  const closure = answerClosure(consultation, response, w.runtime.today());
  if (closure) throw new AppError(closure === 'closed' ? 'consultation.closed' : 'consultation.answerStands');
  return consultation;
}

async function keepDraft(
  w: Writer,
  row: Selectable<ConsultationResponseRow>,
  input: WriteAnswer,
  consultation: Consultation,
): Promise<number> {
  const content = JSON.stringify(tidyAnswer(input.content, consultation));
  const version = input.expectedVersion + 1;
  await w.db
    .insertInto('consultation_draft')
    .values({
      tenant_id: w.tenantId,
      consultation_response_id: row.id,
      content,
      saved_at: w.runtime.now(),
      version,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'consultation_response_id'])
        .doUpdateSet({ content, saved_at: w.runtime.now(), version }),
    )
    .execute();
  return version;
}
