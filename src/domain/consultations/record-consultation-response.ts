import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { listConsultations } from './consultation-reader.ts';

/** The consultation of a title, entered when the register does not have it. */
export async function ensureConsultation(
  w: Writer<'meeting.edit' | 'intake.confirm'>,
  title: string,
): Promise<{ readonly id: Id<'consultation'>; readonly created: boolean }> {
  refuseProblems(title.trim() ? [] : [{ path: 'title', key: 'validation.required' }]);
  const [found] = await listConsultations(w, { title });
  if (found) return { id: found.id, created: false };
  const id: Id<'consultation'> = w.runtime.newId();
  const row = { title: title.trim() };
  await w.db
    .insertInto('consultation')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'consultation', recordId: id, after: row });
  return { id, created: true };
}

export type RecordConsultationResponse = {
  readonly consultationId: Id<'consultation'>;
  readonly respondent: string;
  readonly receivedOn?: CivilDate | null;
  readonly sender?: string | null;
  readonly stance?: string | null;
  readonly comment?: string | null;
};

/** Puts one answer on record, after those that are there. */
export async function recordConsultationResponse(
  w: Writer<'meeting.edit' | 'intake.confirm'>,
  input: RecordConsultationResponse,
): Promise<Id<'consultationResponse'>> {
  refuseProblems([
    ...(input.respondent.trim() ? [] : [{ path: 'respondent', key: 'validation.required' }]),
    ...(input.receivedOn && !isCivilDate(input.receivedOn) ? [{ path: 'receivedOn', key: 'validation.date' }] : []),
  ]);
  const { last } = await w.db
    .selectFrom('consultation_response')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('consultation_id', '=', input.consultationId)
    .executeTakeFirstOrThrow();
  const id: Id<'consultationResponse'> = w.runtime.newId();
  const row = {
    consultation_id: input.consultationId,
    position: (last ?? 0) + 1,
    respondent: input.respondent.trim(),
    received_on: input.receivedOn ?? null,
    sender: input.sender?.trim() || null,
    stance: input.stance?.trim() || null,
    response: input.comment?.trim() || null,
  };
  await w.db
    .insertInto('consultation_response')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'consultationResponse', recordId: id, after: row });
  return id;
}
