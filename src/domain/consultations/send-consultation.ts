import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import { addWorkingDays } from '../../kernel/swedish-holidays.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { type ConsultationResponse, isAnswered } from './consultation.ts';
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
  const dueOn = found.working_days === null ? found.due_on : addWorkingDays(today, found.working_days);
  refuseProblems(lastDayProblems(dueOn ?? '', today));
  const consultation = { ...(await getConsultation(w, found.id)), dueOn };
  const letters = await postConsultationLetters(w, 'request', consultation, consultation.responses);
  const row = { state, sent_on: today, sent_by: w.auth.actorName, due_on: dueOn };
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
  const silent = consultation.responses.filter((one) => isToRemind(one, today));
  const letters = await postConsultationLetters(w, 'reminder', consultation, silent);
  await w.log({ noun: 'consultation', recordId: found.id, summary: 'remind', after: { letters } });
  return letters;
}

/** The rounds in which somebody is reminded today by itself, because the last day is near or has passed without an answer. */
export async function roundsToRemind(r: Reader, today: CivilDate): Promise<readonly Id<'consultation'>[]> {
  const due = await listConsultations(r, { dueOn: dueDaysToRemind(today) });
  return due.filter(({ responses }) => responses.some((one) => isToRemind(one, today))).map(({ id }) => id);
}

/** Nobody is reminded twice on the same day, and nobody who has answered or whom no letter reaches. */
function isToRemind(response: ConsultationResponse, today: CivilDate): boolean {
  return response.address !== null && !isAnswered(response) && response.remindedOn !== today;
}
