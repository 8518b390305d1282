import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Consultation } from './consultation.ts';

/** All consultations by title, with their responses in the order of the table they were read from. */
export async function listConsultations(
  r: Reader,
  filter: { readonly id?: Id<'consultation'>; readonly title?: string } = {},
): Promise<readonly Consultation[]> {
  let query = r.db.selectFrom('consultation').selectAll().where('tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  if (filter.title !== undefined) query = query.where('title', '=', filter.title.trim());
  const rows = await query.orderBy('title').execute();
  if (rows.length === 0) return [];
  const responses = await r.db
    .selectFrom('consultation_response')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where(
      'consultation_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('position')
    .execute();
  return rows.map(({ id, version, title }) => ({
    id,
    version,
    title,
    responses: responses
      .filter((one) => one.consultation_id === id)
      .map((one) => ({
        id: one.id,
        version: one.version,
        respondent: one.respondent,
        receivedOn: one.received_on,
        sender: one.sender,
        stance: one.stance,
        comment: one.response,
      })),
  }));
}

/** One consultation. Throws `record.notFound`. */
export async function getConsultation(r: Reader, id: Id<'consultation'>): Promise<Consultation> {
  const [found] = await listConsultations(r, { id });
  if (!found) throw new AppError('record.notFound');
  return found;
}
