import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import type { Writer } from '../../../storage/database.ts';
import { lockRow } from '../../../storage/get-row.ts';
import { enterNextVersion } from '../edit/make-next-version.ts';
import { makeForm } from '../make-form.ts';
import { readFormFile } from './form-file.ts';

/**
 * Takes in a form from a file, as a form of its own or as the next version of one that is here. It comes in as a draft, so that somebody looks at
 * what the lint says before it is given out. Nothing is written when the file does not fit.
 */
export async function importForm(
  w: Writer<'form.edit'>,
  { text, formId, title }: { readonly text: string; readonly formId: Id<'form'> | null; readonly title?: string },
): Promise<Id<'formVersion'>> {
  const { file, problems } = readFormFile(text);
  refuseProblems(problems);
  if (!file) throw new Error('A file without problems has a form: readFormFile answered neither.');
  const { purpose, year, structure } = file;
  if (formId !== null) {
    await lockRow(w, 'form', formId);
    return enterNextVersion(w, { formId, year, structure, madeFromId: null });
  }
  const name = title?.trim() || structure.title.trim();
  const named = await w.db
    .selectFrom('form')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('title', '=', name)
    .executeTakeFirst();
  if (named) throw new AppError('form.titleTaken', { title: name });
  const made = await makeForm(w, { title: name, purpose, shippedAs: null, year, structure });
  return made.formVersionId;
}
