import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Writer } from '../../../storage/database.ts';
import type { FormVersion } from '../form.ts';
import { listFormVersions } from '../form-version-reader.ts';
import { type ShippedForm, type ShippedFormName, shippedForms } from './shipped-forms.ts';

export type TakenInForm = { readonly formId: Id<'form'>; readonly formVersionIds: readonly Id<'formVersion'>[] };

/**
 * Takes in a form that comes with the product, with those of its versions that are not here yet. Doing it again changes nothing: what an
 * organisation has edited since is its own.
 */
export async function takeInShippedForm(w: Writer<'form.edit'>, name: ShippedFormName): Promise<TakenInForm> {
  const shipped = shippedForms.filter((one) => one.name === name);
  const here = await listFormVersions(w, { shippedAs: name });
  const formId = here[0]?.form.id ?? (await enterForm(w, shipped[0]!));
  const formVersionIds: Id<'formVersion'>[] = [];
  const last = Math.max(0, ...here.map((one) => one.number));
  let number = last;
  let madeFromId: Id<'formVersion'> | null = null;
  for (const one of shipped) {
    const found: FormVersion | undefined = here.find(({ year }) => year === one.year);
    const id: Id<'formVersion'> = found?.id ?? (await enterVersion(w, one, { formId, number: ++number, madeFromId }));
    formVersionIds.push(id);
    madeFromId = id;
  }
  if (number === last) await w.log({ noun: 'form', recordId: formId, summary: `shipped form ${name}: nothing new` });
  return { formId, formVersionIds };
}

async function enterForm(w: Writer<'form.edit'>, { name, title, purpose }: ShippedForm): Promise<Id<'form'>> {
  const named = await w.db
    .selectFrom('form')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('title', '=', title)
    .executeTakeFirst();
  if (named) throw new AppError('form.titleTaken', { title });
  const id: Id<'form'> = w.runtime.newId();
  const row = { title, purpose, shipped_as: name };
  await w.db
    .insertInto('form')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'form', recordId: id, after: row });
  return id;
}

type Place = {
  readonly formId: Id<'form'>;
  readonly number: number;
  readonly madeFromId: Id<'formVersion'> | null;
};

async function enterVersion(
  w: Writer<'form.edit'>,
  { year, state, structure }: ShippedForm,
  { formId, number, madeFromId }: Place,
): Promise<Id<'formVersion'>> {
  const id: Id<'formVersion'> = w.runtime.newId();
  const row = { form_id: formId, number, year, state, made_from_id: madeFromId };
  await w.db
    .insertInto('form_version')
    .values({ tenant_id: w.tenantId, id, ...row, structure: JSON.stringify(structure) })
    .execute();
  await w.log({ noun: 'formVersion', recordId: id, after: row });
  return id;
}
