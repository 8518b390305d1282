import type { Selectable } from 'kysely';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { ConsultationResponseRow } from '../../storage/schema/consultations.ts';
import { isWithheld, type SecrecyLevel } from '../secrecy/index.ts';
import type { AnswerChannel, Consultation, ConsultationKind, ConsultationResponse } from './consultation.ts';
import type { ConsultationState } from './consultation-transitions.ts';

export type ConsultationFilter = {
  readonly id?: Id<'consultation'>;
  readonly title?: string;
  /** Rounds that were sent from here with one of these last days. */
  readonly dueOn?: readonly string[];
};

/** All consultations by title, each with those who were asked and what they answered, in the order of their table. */
export async function listConsultations(r: Reader, filter: ConsultationFilter = {}): Promise<readonly Consultation[]> {
  const rows = await consultationRows(r, filter);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const responses = await r.db
    .selectFrom('consultation_response')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('consultation_id', 'in', ids)
    .orderBy('position')
    .execute();
  const reminded = await remindedDays(r, ids);
  const byConsultation = Map.groupBy(responses, (one) => one.consultation_id);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    title: row.title,
    state: row.state as ConsultationState,
    body: row.body_id === null ? null : { id: row.body_id, name: row.body_name ?? '' },
    scope: row.scope,
    dueOn: row.due_on,
    sentOn: row.sent_on,
    kind: row.kind as ConsultationKind,
    workingDays: row.working_days,
    questions: row.questions,
    closedOn: row.closed_on,
    accountPublishedOn: row.account_published_on,
    responses: (byConsultation.get(row.id) ?? []).map((one) => toResponse(one, reminded.get(one.id) ?? null, r)),
  }));
}

/** The actions whose proof reads words that may be secret; pages ask for one on the body that asks. */
export const protectedActions: readonly string[] = ['matter.readProtected', 'matter.edit', 'consultation.answer'];

/** A response as this reader may see it: words that may be secret are there only for a proof that covers the respondent's round (OSL 5:5). */
function toResponse(
  row: Selectable<ConsultationResponseRow>,
  remindedOn: CivilDate | null,
  { auth }: Reader,
): ConsultationResponse {
  const withheld = isWithheld(row.secrecy_level) && !protectedActions.includes(auth.action);
  return {
    id: row.id,
    version: row.version,
    respondent: row.respondent,
    address: row.address,
    receivedOn: row.received_on,
    sender: row.sender,
    stance: row.stance,
    comment: withheld ? null : row.response,
    bodyId: row.body_id,
    answers: withheld ? [] : row.answers,
    answeredBy: row.answered_by,
    answeredThrough: row.answered_through as AnswerChannel | null,
    answerNumber: row.answer_number,
    decidedOn: row.decided_on,
    decisionSection: row.decision_section,
    meetingId: row.meeting_id,
    extendedTo: row.extended_to,
    extensionReason: row.extension_reason,
    secrecyLevel: row.secrecy_level as SecrecyLevel,
    secrecyProvision: row.secrecy_provision,
    withheld,
    remindedOn,
  };
}

/** One consultation. Throws `record.notFound`. */
export async function getConsultation(r: Reader, id: Id<'consultation'>): Promise<Consultation> {
  const [found] = await listConsultations(r, { id });
  if (!found) throw new AppError('record.notFound');
  return found;
}

async function consultationRows(r: Reader, { id, title, dueOn }: ConsultationFilter) {
  let query = r.db
    .selectFrom('consultation')
    .leftJoin('body', (join) =>
      join.onRef('body.id', '=', 'consultation.body_id').onRef('body.tenant_id', '=', 'consultation.tenant_id'),
    )
    .selectAll('consultation')
    .select('body.name as body_name')
    .where('consultation.tenant_id', '=', r.tenantId);
  if (id !== undefined) query = query.where('consultation.id', '=', id);
  if (title !== undefined) query = query.where('consultation.title', '=', title.trim());
  if (dueOn !== undefined)
    query = query.where('consultation.state', '=', 'sent').where('consultation.due_on', 'in', dueOn);
  return await query.orderBy('consultation.title').execute();
}

/** The day of the last reminder to each who was reminded. */
async function remindedDays(r: Reader, consultationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await r.db
    .selectFrom('consultation_letter')
    .select(['consultation_response_id'])
    .select((eb) => eb.fn.max('posted_on').as('day'))
    .where('tenant_id', '=', r.tenantId)
    .where('consultation_id', 'in', consultationIds)
    .where('kind', '=', 'reminder')
    .groupBy('consultation_response_id')
    .execute();
  return new Map(rows.map((row) => [row.consultation_response_id, row.day]));
}
