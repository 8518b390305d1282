import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { FormPurpose, FormVersion, FormVersionState } from './form.ts';
import type { FormStructure } from './form-structure.ts';

export type FormVersionFilter = {
  readonly id?: Id<'formVersion'>;
  readonly formId?: Id<'form'>;
  readonly purpose?: FormPurpose;
  readonly shippedAs?: string;
  readonly year?: number;
};

/** The versions of forms that fit a filter, by title, newest version first. */
export async function listFormVersions(r: Reader, filter: FormVersionFilter = {}): Promise<readonly FormVersion[]> {
  let query = r.db
    .selectFrom('form_version')
    .innerJoin('form', (join) =>
      join.onRef('form.tenant_id', '=', 'form_version.tenant_id').onRef('form.id', '=', 'form_version.form_id'),
    )
    .selectAll('form_version')
    .select(['form.title', 'form.purpose', 'form.shipped_as', 'form.version as form_row_version'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('form_response')
            .select('form_response.id')
            .whereRef('form_response.tenant_id', '=', 'form_version.tenant_id')
            .whereRef('form_response.form_version_id', '=', 'form_version.id'),
        )
        .as('is_answered'),
    )
    .where('form_version.tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('form_version.id', '=', filter.id);
  if (filter.formId !== undefined) query = query.where('form_version.form_id', '=', filter.formId);
  if (filter.purpose !== undefined) query = query.where('form.purpose', '=', filter.purpose);
  if (filter.shippedAs !== undefined) query = query.where('form.shipped_as', '=', filter.shippedAs);
  if (filter.year !== undefined) query = query.where('form_version.year', '=', filter.year);
  const rows = await query.orderBy('form.title').orderBy('form_version.number', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    form: {
      id: row.form_id,
      version: row.form_row_version,
      title: row.title,
      purpose: row.purpose as FormPurpose,
      shippedAs: row.shipped_as,
    },
    number: row.number,
    year: row.year,
    state: row.state as FormVersionState,
    structure: row.structure as unknown as FormStructure,
    madeFromId: row.made_from_id,
    isAnswered: Boolean(row.is_answered),
  }));
}

/** One version of a form. Throws `record.notFound`. */
export async function getFormVersion(r: Reader, id: Id<'formVersion'>): Promise<FormVersion> {
  const [found] = await listFormVersions(r, { id });
  if (!found) throw new AppError('record.notFound');
  return found;
}

/** How many answer each version, by version; a version that nobody answers is not in it. */
export async function formResponseCounts(r: Reader): Promise<ReadonlyMap<Id<'formVersion'>, number>> {
  const rows = await r.db
    .selectFrom('form_response')
    .select((eb) => ['form_version_id', eb.fn.countAll<string>().as('count')])
    .where('tenant_id', '=', r.tenantId)
    .groupBy('form_version_id')
    .execute();
  return new Map(rows.map((row) => [row.form_version_id, Number(row.count)]));
}
