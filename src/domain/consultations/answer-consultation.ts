import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { isWithheld, type SecrecyLevel } from '../secrecy/index.ts';
import { decisionDayProblems } from './answer-content.ts';
import { type ConsultationState, consultationStateAfter } from './consultation-transitions.ts';
import type { Stance } from './stance.ts';

export type AnswerConsultation = {
  readonly responseId: Id<'consultationResponse'>;
  readonly expectedVersion: number;
  readonly receivedOn: CivilDate;
  readonly sender: string | null;
  readonly stance: Stance | null;
  readonly comment: string | null;
  readonly decidedOn?: CivilDate | null;
  readonly decisionSection?: string | null;
  /** The meeting at which the answer was given by word of mouth; its note is the evidence (CON-11). */
  readonly meetingId?: Id<'meeting'> | null;
  /** The texts to the questions of the round; those that stand are kept when nothing is said of them. */
  readonly answers?: readonly string[];
  readonly secrecyLevel?: SecrecyLevel;
  readonly secrecyProvision?: string | null;
};

/** Enters what came in from one who was asked, or corrects it. An answer after the last day is entered like any other, and shown as late. */
export async function answerConsultation(w: Writer<'matter.edit'>, input: AnswerConsultation): Promise<void> {
  const found = await lockRow(w, 'consultation_response', input.responseId);
  const consultation = await getRow(w, 'consultation', found.consultation_id);
  if (consultation.body_id) requireBody(w.auth, consultation.body_id);
  consultationStateAfter(consultation.state as ConsultationState, 'answer');
  expectVersion(found, input.expectedVersion, input);
  const today = w.runtime.today();
  const secrecyLevel = input.secrecyLevel ?? found.secrecy_level;
  const provision = input.secrecyProvision === undefined ? found.secrecy_provision : input.secrecyProvision;
  refuseProblems([
    ...dayProblems(input.receivedOn, consultation.sent_on, today),
    ...decisionDayProblems(input.decidedOn ?? null, today),
    // OSL 5:5: a mark names the provision.
    ...(isWithheld(secrecyLevel) && !provision?.trim()
      ? [{ path: 'secrecyProvision', key: 'validation.required' }]
      : []),
  ]);
  if (input.meetingId) await getRow(w, 'meeting', input.meetingId);
  const row = {
    received_on: input.receivedOn,
    sender: input.sender?.trim() || null,
    stance: input.stance,
    response: input.comment?.trim() || null,
    decided_on: input.decidedOn ?? null,
    decision_section: input.decisionSection?.trim() || null,
    meeting_id: input.meetingId ?? null,
    answered_through: input.meetingId ? 'meeting' : (found.answered_through ?? 'hand'),
    secrecy_level: secrecyLevel,
    secrecy_provision: !isWithheld(secrecyLevel) ? null : (provision?.trim() ?? null),
    ...(input.answers && { answers: JSON.stringify(input.answers.map((one) => one.trim())) }),
  };
  await w.db
    .updateTable('consultation_response')
    .set({ ...row, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  // The log is open to more readers than words that may be secret.
  const secret = isWithheld(secrecyLevel) || isWithheld(found.secrecy_level);
  const said = (entry: Record<string, unknown>) => (secret ? { ...entry, response: '•••', answers: '•••' } : entry);
  await w.log({ noun: 'consultationResponse', recordId: found.id, before: said(found), after: said(row) });
}

/** An answer comes between the sending and today. */
function dayProblems(receivedOn: CivilDate, sentOn: CivilDate | null, today: CivilDate): readonly Problem[] {
  if (!isCivilDate(receivedOn)) return [{ path: 'receivedOn', key: 'validation.date' }];
  const between = (sentOn === null || receivedOn >= sentOn) && receivedOn <= today;
  return between ? [] : [{ path: 'receivedOn', key: 'consultation.receivedOutside' }];
}
