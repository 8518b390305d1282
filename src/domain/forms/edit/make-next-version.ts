import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Writer } from '../../../storage/database.ts';
import { getRow, lockRow } from '../../../storage/get-row.ts';
import type { FormStructure } from '../form-structure.ts';
import { oneYearLater } from '../shipped/changed-form.ts';
import { refuseYearTaken } from './change-form-draft.ts';

/** The furthest ahead that a form is made for. */
const mostYearsAhead = 10;

/**
 * Makes a draft from a version: the same questions with the same codes, their times moved to the year that is asked about, so that the answers can
 * be laid beside each other. What it changed is told by `changesBetween`.
 */
export async function makeNextVersion(
  w: Writer<'form.edit'>,
  { fromId, year }: { readonly fromId: Id<'formVersion'>; readonly year: number | null },
): Promise<Id<'formVersion'>> {
  const from = await getRow(w, 'form_version', fromId);
  // The form's row is the queue: two who make a version at once get different numbers.
  await lockRow(w, 'form', from.form_id);
  const structure = laterBy(from.structure as unknown as FormStructure, from.year, year);
  return enterNextVersion(w, { formId: from.form_id, year, structure, madeFromId: from.id });
}

/** Enters a draft as the next version of a form, whether made from another or read in from a file. */
export async function enterNextVersion(
  w: Writer<'form.edit'>,
  input: {
    readonly formId: Id<'form'>;
    readonly year: number | null;
    readonly structure: FormStructure;
    readonly madeFromId: Id<'formVersion'> | null;
  },
): Promise<Id<'formVersion'>> {
  const { formId, year, structure, madeFromId } = input;
  await refuseYearTaken(w, formId, year);
  const last = await w.db
    .selectFrom('form_version')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('tenant_id', '=', w.tenantId)
    .where('form_id', '=', formId)
    .executeTakeFirst();
  const id: Id<'formVersion'> = w.runtime.newId();
  const row = { form_id: formId, number: (last?.number ?? 0) + 1, year, state: 'draft', made_from_id: madeFromId };
  await w.db
    .insertInto('form_version')
    .values({ tenant_id: w.tenantId, id, ...row, structure: JSON.stringify(structure) })
    .execute();
  await w.log({ noun: 'formVersion', recordId: id, after: row });
  return id;
}

function laterBy(structure: FormStructure, from: number | null, to: number | null): FormStructure {
  if (from === null || to === null || to === from) return structure;
  if (to < from || to - from > mostYearsAhead)
    throw new AppError('record.invalid', {}, [
      {
        path: 'year',
        key: to < from ? 'validation.tooSmall' : 'validation.tooBig',
        values: { minimum: from + 1, maximum: from + mostYearsAhead },
      },
    ]);
  let later = structure;
  for (let year = from; year < to; year++) later = oneYearLater(later, year);
  return later;
}
