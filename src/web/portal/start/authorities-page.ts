import { listAuthorities } from '../../../domain/published/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { html } from '../../html.ts';
import type { PortalContext } from '../portal-context.ts';
import { type PortalReply, portalPage } from '../portal-reply.ts';

/** The authorities that publish here. Where there is only one, that is where everybody is going. */
export async function authoritiesPage(ctx: PortalContext): Promise<PortalReply> {
  const { p, to, services } = ctx;
  const authorities = await services.readPublic(listAuthorities);
  const [only] = authorities;
  if (only && authorities.length === 1) return { kind: 'redirect', to: `/oppet/${only.slug}`, status: 303 };
  return portalPage({
    title: p.authorities,
    description: p.authoritiesLead,
    body:
      authorities.length === 0
        ? emptyState({ title: p.noAuthorities, body: html`<p>${p.noAuthoritiesBody}</p>` })
        : html`<p>${p.authoritiesLead}</p>${linkList(
            authorities.map(({ slug, name }) => ({
              title: html`<span lang="sv">${name}</span>`,
              href: to(`/oppet/${slug}`),
            })),
            { label: p.authorities },
          )}`,
  });
}
