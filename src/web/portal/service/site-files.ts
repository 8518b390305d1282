import { countAddresses, listAddresses, publishedPath } from '../../../domain/published/index.ts';
import { xml } from '../follow/atom-feed.ts';
import type { PortalContext } from '../portal-context.ts';
import { unknownPage } from '../portal-errors.ts';
import { type PortalReply, portalBody } from '../portal-reply.ts';

type Ctx = PortalContext & { readonly authority: NonNullable<PortalContext['authority']> };
/** Addresses in one file; the protocol allows fifty thousand. */
const perFile = 10_000;
const head = '<?xml version="1.0" encoding="utf-8"?>\n';
const space = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** What search engines should read of a portal: the list of files with the addresses of all that is published. */
export async function sitemapIndex({ authority, remember, absolute }: Ctx): Promise<PortalReply> {
  const count = await remember('addresses', (r) => countAddresses(r, authority));
  const files = Array.from({ length: Math.max(1, Math.ceil(count / perFile)) }, (_, index) =>
    xml(absolute(`/oppet/${authority.slug}/sitemap/${index + 1}.xml`)),
  );
  const body = `${head}<sitemapindex xmlns="${space}">\n${files.map((file) => `<sitemap><loc>${file}</loc></sitemap>`).join('\n')}\n</sitemapindex>\n`;
  return portalBody({ body, type: 'application/xml; charset=utf-8' });
}

/** One file of addresses. */
export async function sitemapFile(ctx: Ctx, name: string): Promise<PortalReply> {
  const page = Number(/^([1-9]\d{0,4})\.xml$/.exec(name)?.[1] ?? 0);
  if (page === 0) return unknownPage(ctx);
  const { services, authority, absolute } = ctx;
  const rows = await services.readPublic((r) =>
    listAddresses(r, authority, { offset: (page - 1) * perFile, limit: perFile }),
  );
  if (rows.length === 0 && page > 1) return unknownPage(ctx);
  const lines = rows.map(
    ({ noun, recordId, publishedAt }) =>
      `<url><loc>${xml(absolute(publishedPath(authority.slug, noun, recordId)))}</loc><lastmod>${publishedAt.toISOString()}</lastmod></url>`,
  );
  return portalBody({
    body: `${head}<urlset xmlns="${space}">\n${lines.join('\n')}\n</urlset>\n`,
    type: 'application/xml; charset=utf-8',
  });
}
