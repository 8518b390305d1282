import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import type { FormPurpose } from './form.ts';
import type { FormStructure } from './form-structure.ts';

export type MakeForm = {
  readonly title: string;
  readonly purpose: FormPurpose;
  readonly shippedAs: string | null;
  readonly year: number | null;
  readonly structure: FormStructure;
};

/** Enters a form with its first version, a draft. */
export async function makeForm(
  w: Writer<'form.edit'>,
  input: MakeForm,
): Promise<{ readonly formId: Id<'form'>; readonly formVersionId: Id<'formVersion'> }> {
  refuseProblems(input.title.trim() ? [] : [{ path: 'title', key: 'validation.required' }]);
  const formId: Id<'form'> = w.runtime.newId();
  const form = { title: input.title.trim(), purpose: input.purpose, shipped_as: input.shippedAs };
  await w.db
    .insertInto('form')
    .values({ tenant_id: w.tenantId, id: formId, ...form })
    .execute();
  const formVersionId: Id<'formVersion'> = w.runtime.newId();
  await w.db
    .insertInto('form_version')
    .values({
      tenant_id: w.tenantId,
      id: formVersionId,
      form_id: formId,
      number: 1,
      year: input.year,
      state: 'draft',
      structure: JSON.stringify(input.structure),
      made_from_id: null,
    })
    .execute();
  await w.log({ noun: 'form', recordId: formId, after: { ...form, year: input.year } });
  return { formId, formVersionId };
}
