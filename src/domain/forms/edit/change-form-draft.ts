import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import type { Writer } from '../../../storage/database.ts';
import { lockRow } from '../../../storage/get-row.ts';
import { expectVersion } from '../../../storage/version.ts';
import type { FormVersionState } from '../form.ts';
import type { FormStructure } from '../form-structure.ts';
import { formVersionStateAfter } from '../form-version-transitions.ts';
import { formFaults, stopsPublishing } from '../lint/form-faults.ts';
import { lintForm } from '../lint/lint-form.ts';
import { edited, type FormEdit } from './edit-structure.ts';

type OnVersion = { readonly formVersionId: Id<'formVersion'>; readonly expectedVersion: number };

/** Keeps a draft as it is handed over, whole. */
export async function changeFormDraft(
  w: Writer<'form.edit'>,
  { structure, ...on }: OnVersion & { readonly structure: FormStructure },
): Promise<number> {
  return saveDraft(w, on, () => structure, 'draft');
}

/** Takes one step of editing a draft. */
export async function editFormDraft(
  w: Writer<'form.edit'>,
  { edit, ...on }: OnVersion & { readonly edit: FormEdit },
): Promise<number> {
  return saveDraft(w, on, (structure) => edited(structure, edit), edit.step);
}

/** Says for which year the draft asks; the form's other versions keep theirs. */
export async function changeFormYear(
  w: Writer<'form.edit'>,
  { formVersionId, expectedVersion, year }: OnVersion & { readonly year: number | null },
): Promise<number> {
  const row = await lockDraft(w, { formVersionId, expectedVersion });
  if (year !== row.year) await refuseYearTaken(w, row.form_id, year);
  await w.db
    .updateTable('form_version')
    .set({ year, version: row.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', row.id)
    .execute();
  await w.log({ noun: 'formVersion', recordId: row.id, before: { year: row.year }, after: { year } });
  return row.version + 1;
}

/** Two versions for one year would make two answers to the same question of the same year. */
export async function refuseYearTaken(w: Writer<'form.edit'>, formId: Id<'form'>, year: number | null): Promise<void> {
  if (year === null) return;
  const taken = await w.db
    .selectFrom('form_version')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('form_id', '=', formId)
    .where('year', '=', year)
    .executeTakeFirst();
  if (taken) throw new AppError('form.yearTaken', { year });
}

/** Gives a draft out to be answered. Throws `form.faults` with what the lint finds, unless it finds only remarks. */
export async function publishFormVersion(w: Writer<'form.edit'>, on: OnVersion): Promise<number> {
  const row = await lockRow(w, 'form_version', on.formVersionId);
  expectVersion(row, on.expectedVersion);
  const state = formVersionStateAfter(row.state as FormVersionState, 'publish');
  const faults = lintForm(row.structure as unknown as FormStructure, row.year);
  if (faults.some(stopsPublishing)) throw new AppError('form.faults', {}, faults);
  const remarks = faults.map(({ kind, question }) => ({ kind, question, weight: formFaults[kind].weight }));
  return moveTo(w, row, state, { remarks });
}

/** Takes a published version back to be changed. Throws `form.versionAnswered` once somebody has begun to answer it. */
export async function takeBackFormVersion(w: Writer<'form.edit'>, on: OnVersion): Promise<number> {
  const row = await lockRow(w, 'form_version', on.formVersionId);
  expectVersion(row, on.expectedVersion);
  const state = formVersionStateAfter(row.state as FormVersionState, 'takeBack');
  const answered = await w.db
    .selectFrom('form_response')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('form_version_id', '=', row.id)
    .executeTakeFirst();
  if (answered) throw new AppError('form.versionAnswered');
  return moveTo(w, row, state, {});
}

/** Changes what a form is called on the lists; what its versions print as their heading is theirs. */
export async function renameForm(
  w: Writer<'form.edit'>,
  input: { readonly formId: Id<'form'>; readonly expectedVersion: number; readonly title: string },
): Promise<void> {
  const title = input.title.trim();
  refuseProblems(title ? [] : [{ path: 'title', key: 'validation.required' }]);
  const form = await lockRow(w, 'form', input.formId);
  expectVersion(form, input.expectedVersion, { title });
  const named = await w.db
    .selectFrom('form')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('title', '=', title)
    .where('id', '!=', form.id)
    .executeTakeFirst();
  if (named) throw new AppError('form.titleTaken', { title });
  await w.db
    .updateTable('form')
    .set({ title, version: form.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', form.id)
    .execute();
  await w.log({ noun: 'form', recordId: form.id, before: { title: form.title }, after: { title } });
}

type VersionRow = Awaited<ReturnType<typeof lockDraft>>;

async function lockDraft(w: Writer<'form.edit'>, { formVersionId, expectedVersion }: OnVersion, written?: unknown) {
  const row = await lockRow(w, 'form_version', formVersionId);
  if (row.state !== 'draft') throw new AppError('form.published');
  return expectVersion(row, expectedVersion, written);
}

async function saveDraft(
  w: Writer<'form.edit'>,
  on: OnVersion,
  change: (structure: FormStructure) => FormStructure,
  summary: string,
): Promise<number> {
  const row = await lockDraft(w, on);
  const before = row.structure as unknown as FormStructure;
  const structure = change(before);
  const version = row.version + 1;
  await w.db
    .updateTable('form_version')
    .set({ structure: JSON.stringify(structure), version })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', row.id)
    .execute();
  await w.log({ noun: 'formVersion', recordId: row.id, summary, before, after: structure });
  return version;
}

async function moveTo(w: Writer<'form.edit'>, row: VersionRow, state: FormVersionState, more: object): Promise<number> {
  await w.db
    .updateTable('form_version')
    .set({ state, version: row.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', row.id)
    .execute();
  await w.log({ noun: 'formVersion', recordId: row.id, before: { state: row.state }, after: { state, ...more } });
  return row.version + 1;
}
