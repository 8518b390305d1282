import {
  isPublishedNoun,
  listNewest,
  type PublishedListed,
  publishedPath,
  searchPublished,
} from '../../../domain/published/index.ts';
import { type PortalReply, portalBody } from '../portal-reply.ts';
import type { PortalHandlerContext } from '../portal-route.ts';
import { atomFeed } from './atom-feed.ts';

type Choice = { readonly slag: string | undefined; readonly organ: string | undefined; readonly q: string | undefined };
const most = 50;

/** What is new at an authority as a feed: everything, one kind, one body, or what a search finds. */
export async function feedPage(
  ctx: PortalHandlerContext<'/oppet/:authority/flode.atom', object>,
): Promise<PortalReply> {
  const { p, authority, services, absolute } = ctx;
  const { slag, organ, q } = ctx.input.query as unknown as Choice;
  const noun = isPublishedNoun(slag) ? slag : undefined;
  const words = q?.trim();
  const found: readonly PublishedListed[] = await services.readPublic(async (r) =>
    words
      ? (await searchPublished(r, authority, { words, noun, bodyId: organ })).hits
      : listNewest(r, authority, { noun, bodyId: organ, limit: most }),
  );
  const newest = [...found].sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
  const home = `/oppet/${authority.slug}`;
  const query = new URLSearchParams([
    ...(noun ? [['slag', noun] as [string, string]] : []),
    ...(organ ? [['organ', organ] as [string, string]] : []),
    ...(words ? [['q', words] as [string, string]] : []),
  ]);
  const self = absolute(`${home}/flode.atom${query.size > 0 ? `?${query}` : ''}`);
  const what = words ? p.find.titleFor(words) : noun ? p.nouns[noun].many : p.follow.all;
  return portalBody({
    type: 'application/atom+xml; charset=utf-8',
    headers: { 'access-control-allow-origin': '*' },
    ...(newest[0] && { lastModified: newest[0].publishedAt }),
    body: atomFeed({
      id: self,
      self,
      title: `${authority.name}: ${what}`,
      author: authority.name,
      page: absolute(
        words ? `${home}/sok?${new URLSearchParams({ q: words })}` : noun ? `${home}/${p.nouns[noun].path}` : home,
      ),
      updated: newest[0]?.publishedAt ?? authority.openedAt,
      entries: newest.map((one) => {
        const href = absolute(publishedPath(authority.slug, one.noun, one.recordId));
        return {
          id: href,
          title: one.title,
          href,
          updated: one.publishedAt,
          published: one.firstPublishedAt,
          summary: one.summary,
          category: one.noun,
        };
      }),
    }),
  });
}
