import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import type { Authority } from './principal.ts';
import { findPrincipalOf, getPrincipal } from './principal-reader.ts';
import { postErrand } from './release-errand.ts';

export type TiePrincipal = {
  readonly bodyId: Id<'body'>;
  /** The authority that the body stands for; null takes the tie away. */
  readonly authority: Authority | null;
};

/**
 * Says which authority of the installation a principal is. Nothing is delivered between two authorities until both have tied each other, so that no
 * document reaches whoever happens to have the right name; what waited for the tie leaves now.
 */
export async function tiePrincipal(
  w: Writer<'organisation.edit' | 'account.administer'>,
  { bodyId, authority }: TiePrincipal,
): Promise<void> {
  const before = await getPrincipal(w, bodyId);
  const other = authority && (await findPrincipalOf(w, authority.id));
  refuseProblems(
    other && other.bodyId !== bodyId
      ? [{ path: 'authorityId', key: 'release.authorityTied', values: { name: other.name } }]
      : [],
  );
  await w.db.deleteFrom('principal').where('tenant_id', '=', w.tenantId).where('body_id', '=', bodyId).execute();
  if (authority) {
    const row = { body_id: bodyId, authority_id: authority.id, tied_at: w.runtime.now(), tied_by: w.auth.actorName };
    await w.db
      .insertInto('principal')
      .values({ tenant_id: w.tenantId, ...row })
      .execute();
    if (authority.id !== w.tenantId) await postErrand(w, { errand: 'tied', authorityId: authority.id });
  }
  await w.log({
    noun: 'principal',
    recordId: bodyId,
    summary: authority ? 'tie' : 'untie',
    before: { authorityId: before.authorityId },
    after: { authorityId: authority?.id ?? null, name: authority?.name ?? null },
  });
}
