import { formResponseCounts, getFormVersion, listFormVersions } from '../../../domain/forms/index.ts';
import type { Authorized } from '../../../kernel/authorized.ts';
import type { FormState, Reader, RequestContext } from '../../contracts.ts';
import type { Page } from '../../reply.ts';
import { formVersionPage, type VersionFacts } from './form-version-page.ts';

/** What the page of a version shows. */
export async function gatherVersion(r: Reader, id: string): Promise<VersionFacts> {
  const version = await getFormVersion(r, id);
  const siblings = await listFormVersions(r, { formId: version.form.id });
  const responses = (await formResponseCounts(r)).get(version.id) ?? 0;
  return { version, siblings, responses };
}

/** The page of a version, also after something was refused. */
export async function showVersion(
  ctx: RequestContext,
  auth: Authorized<'form.edit'> | Authorized<'record.read'>,
  id: string,
  state?: FormState,
): Promise<Page> {
  return formVersionPage(ctx, await ctx.services.db.read(auth, (r) => gatherVersion(r, id)), state);
}
