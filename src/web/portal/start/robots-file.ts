import { listAuthorities } from '../../../domain/published/index.ts';
import type { PortalContext } from '../portal-context.ts';
import { type PortalReply, portalBody } from '../portal-reply.ts';

/** What search engines are told: they may read all that anybody may, and each portal has a list of its addresses. Pages that should not be found say so themselves. */
export async function robotsFile({ services, absolute }: PortalContext): Promise<PortalReply> {
  const authorities = await services.readPublic(listAuthorities);
  const lists = authorities.map(({ slug }) => `Sitemap: ${absolute(`/oppet/${slug}/sitemap.xml`)}\n`);
  return portalBody({ body: `User-agent: *\nDisallow:\n\n${lists.join('')}`, type: 'text/plain; charset=utf-8' });
}
