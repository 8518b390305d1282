import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { FormReturn } from './form-return.ts';

export type FormReturnFilter = { readonly id?: Id<'formReturn'>; readonly year?: number; readonly title?: string };

/** The returns that fit a filter, newest year first, with their answers in the order of the form. */
export async function listFormReturns(r: Reader, filter: FormReturnFilter = {}): Promise<readonly FormReturn[]> {
  let query = r.db.selectFrom('form_return').selectAll().where('tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  if (filter.year !== undefined) query = query.where('year', '=', filter.year);
  if (filter.title !== undefined) query = query.where('title', '=', filter.title.trim());
  const rows = await query.orderBy('year', 'desc').orderBy('title').execute();
  if (rows.length === 0) return [];
  const answers = await r.db
    .selectFrom('form_answer')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where(
      'form_return_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('position')
    .execute();
  return rows.map(({ id, version, title, organisation, year }) => ({
    id,
    version,
    title,
    organisation,
    year,
    answers: answers
      .filter((one) => one.form_return_id === id)
      .map((one) => ({
        id: one.id,
        version: one.version,
        number: one.number,
        section: one.section,
        question: one.question,
        kind: one.kind,
        options: one.options,
        matrix: one.matrix,
        condition: one.condition,
        details: one.details,
        answer: one.answer,
        certainty: one.certainty === null ? null : Number(one.certainty),
        inferredFrom: one.inferred_from,
      })),
  }));
}

/** One return with its answers. Throws `record.notFound`. */
export async function getFormReturn(r: Reader, id: Id<'formReturn'>): Promise<FormReturn> {
  const [found] = await listFormReturns(r, { id });
  if (!found) throw new AppError('record.notFound');
  return found;
}
