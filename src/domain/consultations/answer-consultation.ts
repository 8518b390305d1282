import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import type { Stance } from './consultation-import.ts';
import { type ConsultationState, consultationStateAfter } from './consultation-transitions.ts';

export type AnswerConsultation = {
  readonly responseId: Id<'consultationResponse'>;
  readonly expectedVersion: number;
  readonly receivedOn: CivilDate;
  readonly sender: string | null;
  readonly stance: Stance | null;
  readonly comment: string | null;
};

/** Enters what came in from one who was asked, or corrects it. An answer after the last day is entered like any other, and shown as late. */
export async function answerConsultation(w: Writer<'matter.edit'>, input: AnswerConsultation): Promise<void> {
  const found = await lockRow(w, 'consultation_response', input.responseId);
  const consultation = await getRow(w, 'consultation', found.consultation_id);
  if (consultation.body_id) requireBody(w.auth, consultation.body_id);
  consultationStateAfter(consultation.state as ConsultationState, 'answer');
  expectVersion(found, input.expectedVersion, input);
  refuseProblems(dayProblems(input.receivedOn, consultation.sent_on, w.runtime.today()));
  const row = {
    received_on: input.receivedOn,
    sender: input.sender?.trim() || null,
    stance: input.stance,
    response: input.comment?.trim() || null,
  };
  await w.db
    .updateTable('consultation_response')
    .set({ ...row, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({ noun: 'consultationResponse', recordId: found.id, before: found, after: row });
}

/** An answer comes between the sending and today. */
function dayProblems(receivedOn: CivilDate, sentOn: CivilDate | null, today: CivilDate): readonly Problem[] {
  if (!isCivilDate(receivedOn)) return [{ path: 'receivedOn', key: 'validation.date' }];
  const between = (sentOn === null || receivedOn >= sentOn) && receivedOn <= today;
  return between ? [] : [{ path: 'receivedOn', key: 'consultation.receivedOutside' }];
}
