import { editFormDraft, type FormEdit, type FormVersion, getFormVersion } from '../../../domain/forms/index.ts';
import type { Authorized } from '../../../kernel/authorized.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Flash, RequestContext } from '../../contracts.ts';
import { texts } from './texts.ts';

type Editing = RequestContext & { readonly auth: Authorized<'form.edit'> };

/** The version that is edited. Throws `form.published` for one that has been given out. */
export async function draft(ctx: Editing, id: string): Promise<FormVersion> {
  const version = await ctx.services.db.read(ctx.auth, (r) => getFormVersion(r, id));
  if (version.state !== 'draft') throw new AppError('form.published');
  return version;
}

/** Takes one step of editing the version in the address. */
export async function save(
  ctx: Editing & { readonly input: { readonly params: { readonly id: string } } },
  { version, idempotencyKey }: { readonly version: number; readonly idempotencyKey: string },
  edit: FormEdit,
): Promise<void> {
  await ctx.services.db.transact(ctx.auth, { verb: 'editFormDraft', idempotencyKey }, (w) =>
    editFormDraft(w, { formVersionId: ctx.input.params.id, expectedVersion: version, edit }),
  );
}

export function savedFlash({ language }: RequestContext): Flash {
  return { tone: 'success', text: texts[language].saved };
}
