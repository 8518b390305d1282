import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { isAnswered } from './consultation.ts';
import { postConsultationLetters } from './consultation-letters.ts';
import { getConsultation, listConsultations } from './consultation-reader.ts';
import { type ConsultationState, consultationStateAfter } from './consultation-transitions.ts';
import { lastDayProblems } from './draft-consultation.ts';
import { dueDaysToRemind } from './reminder-days.ts';

/** Puts the question to everybody at the same time (R-FL-3). Answers how many letters were laid in the outbox. */
export async function sendConsultation(
  w: Writer<'matter.edit'>,
  input: { readonly consultationId: Id<'consultation'>; readonly expectedVersion: number },
): Promise<number> {
  const found = await lockRow(w, 'consultation', input.consultationId);
  if (found.body_id) requireBody(w.auth, found.body_id);
  const state = consultationStateAfter(found.state as ConsultationState, 'send');
  expectVersion(found, input.expectedVersion, input);
  const today = w.runtime.today();
  refuseProblems(lastDayProblems(found.due_on ?? '', today));
  const consultation = await getConsultation(w, found.id);
  const letters = await postConsultationLetters(w, 'request', consultation, consultation.responses);
  const row = { state, sent_on: today, sent_by: w.auth.actorName };
  await w.db
    .updateTable('consultation')
    .set({ ...row, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({ noun: 'consultation', recordId: found.id, summary: 'send', after: { ...row, letters } });
  return letters;
}

/** Reminds those who have not answered; nobody twice on the same day. Answers how many letters were laid in the outbox. */
export async function remindConsultation(
  w: Writer<'matter.edit'>,
  { consultationId }: { readonly consultationId: Id<'consultation'> },
): Promise<number> {
  const found = await lockRow(w, 'consultation', consultationId);
  if (found.body_id) requireBody(w.auth, found.body_id);
  consultationStateAfter(found.state as ConsultationState, 'remind');
  const today = w.runtime.today();
  const consultation = await getConsultation(w, found.id);
  const silent = consultation.responses.filter((one) => !isAnswered(one) && one.remindedOn !== today);
  const letters = await postConsultationLetters(w, 'reminder', consultation, silent);
  await w.log({ noun: 'consultation', recordId: found.id, summary: 'remind', after: { letters } });
  return letters;
}

/** What the night does: reminds in every round whose last day is near or has passed. Answers how many letters there were. */
export async function remindDueConsultations(w: Writer<'matter.edit'>): Promise<number> {
  let letters = 0;
  const due = await listConsultations(w, { dueOn: dueDaysToRemind(w.runtime.today()) });
  for (const { id } of due) letters += await remindConsultation(w, { consultationId: id });
  return letters;
}
