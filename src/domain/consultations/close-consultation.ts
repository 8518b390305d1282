import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { postConsultationLetters } from './consultation-letters.ts';
import { getConsultation } from './consultation-reader.ts';
import { type ConsultationState, consultationStateAfter } from './consultation-transitions.ts';

type Round = { readonly consultationId: Id<'consultation'>; readonly expectedVersion: number };

/** Ends a round: no link takes answers after it, and everybody reads what came. */
export async function closeConsultation(w: Writer<'matter.edit'>, input: Round): Promise<void> {
  await turn(w, input, 'close', w.runtime.today());
}

/** Opens a round again that was closed too early: late answers are taken as before. */
export async function reopenConsultation(w: Writer<'matter.edit'>, input: Round): Promise<void> {
  await turn(w, input, 'reopen', null);
}

async function turn(w: Writer<'matter.edit'>, input: Round, action: 'close' | 'reopen', closedOn: CivilDate | null) {
  const found = await lockRow(w, 'consultation', input.consultationId);
  if (found.body_id) requireBody(w.auth, found.body_id);
  const state = consultationStateAfter(found.state as ConsultationState, action);
  expectVersion(found, input.expectedVersion, input);
  const row = { state, closed_on: closedOn };
  await w.db
    .updateTable('consultation')
    .set({ ...row, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({ noun: 'consultation', recordId: found.id, summary: action, after: row });
}

export type GiveMoreTime = {
  readonly responseId: Id<'consultationResponse'>;
  readonly expectedVersion: number;
  readonly extendedTo: CivilDate;
  readonly reason: string;
};

/** Gives one respondent more time (anstånd) and writes to it with a link of its own; the others keep their day. */
export async function giveMoreTime(w: Writer<'matter.edit'>, input: GiveMoreTime): Promise<number> {
  const found = await lockRow(w, 'consultation_response', input.responseId);
  const consultation = await getConsultation(w, found.consultation_id);
  if (consultation.body) requireBody(w.auth, consultation.body.id);
  consultationStateAfter(consultation.state, 'giveTime');
  expectVersion(found, input.expectedVersion, input);
  const { dueOn } = consultation;
  const problem = !isCivilDate(input.extendedTo)
    ? 'validation.date'
    : input.extendedTo < w.runtime.today() || (dueOn !== null && input.extendedTo <= dueOn)
      ? 'consultation.extensionTooShort'
      : undefined;
  refuseProblems([
    ...(problem ? [{ path: 'extendedTo', key: problem }] : []),
    ...(input.reason.trim() ? [] : [{ path: 'reason', key: 'validation.required' }]),
  ]);
  const row = { extended_to: input.extendedTo, extension_reason: input.reason.trim() };
  await w.db
    .updateTable('consultation_response')
    .set({ ...row, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  const response = consultation.responses.find(({ id }) => id === found.id)!;
  const letters = await postConsultationLetters(w, 'extension', consultation, [
    { ...response, extendedTo: input.extendedTo },
  ]);
  await w.log({
    noun: 'consultationResponse',
    recordId: found.id,
    summary: 'giveTime',
    before: { extended_to: found.extended_to },
    after: { ...row, letters },
  });
  return letters;
}
