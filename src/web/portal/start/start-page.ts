import { countPublished, listComing, listNewest, publishedNounNames } from '../../../domain/published/index.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { portalSearch } from '../../components/portal-search/portal-search.ts';
import { html } from '../../html.ts';
import type { PortalReply } from '../portal-reply.ts';
import { portalPage } from '../portal-reply.ts';
import type { PortalHandlerContext } from '../portal-route.ts';
import { listedLink } from '../show-listed.ts';

/** The start of an authority's portal: search, what is new, which meetings come, and the ways in. */
export async function startPage(ctx: PortalHandlerContext<'/oppet/:authority', object>): Promise<PortalReply> {
  const { p, to, authority, services } = ctx;
  const home = `/oppet/${authority.slug}`;
  const [newest, coming, counts] = await services.readPublic((r) =>
    Promise.all([
      listNewest(r, authority, { limit: 12 }),
      listComing(r, authority, services.runtime.today(), 8),
      countPublished(r, authority),
    ]),
  );
  const rooms = publishedNounNames.filter((noun) => counts.has(noun));
  return portalPage({
    title: `${p.portal} · ${authority.name}`,
    description: p.startDescription(authority.name),
    feeds: [{ title: p.newest, href: `${home}/flode.atom` }],
    body: html`${portalSearch(ctx, { action: `${home}/sok`, label: p.searchLabel, hint: p.searchHint, submit: p.search })}
<h2>${p.newest}</h2>
${newest.length === 0 ? html`<p>${p.noneYet}</p>` : linkList(newest.map((listed) => listedLink(ctx, listed)))}`,
    aside: html`<h2>${p.coming}</h2>
${coming.length === 0 ? html`<p class="soft">${p.noComing}</p>` : linkList(coming.map((listed) => listedLink(ctx, listed, { kind: false })))}
<h2>${p.ways}</h2>
${linkList(rooms.map((noun) => ({ title: p.nouns[noun].many, href: to(`${home}/${p.nouns[noun].path}`), note: ctx.format.number(counts.get(noun) ?? 0) })))}`,
  });
}
