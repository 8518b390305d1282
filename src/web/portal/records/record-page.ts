import {
  findPublished,
  type PublishedNoun,
  type PublishedWhole,
  publishedPath,
  publishedRelations,
  wasWithdrawn,
} from '../../../domain/published/index.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { html } from '../../html.ts';
import type { PortalContext } from '../portal-context.ts';
import { unknownPage, withdrawnPage } from '../portal-errors.ts';
import { type PortalPage, portalPage } from '../portal-reply.ts';
import type { PortalHandlerContext } from '../portal-route.ts';
import { toldTag } from '../told-label.ts';
import { nounParts } from './noun-parts.ts';
import { openPath } from './open-path.ts';
import { filesOf } from './record-files.ts';
import { structuredRecord } from './structured-record.ts';

type Ctx = PortalHandlerContext<'/oppet/:authority/:list/:id', object>;

/** What is published at an address, or which of the two calm pages says that nothing is. */
export async function foundOr<N extends PublishedNoun>(
  ctx: Ctx,
  noun: N,
  recordId: string,
): Promise<{ readonly record: PublishedWhole<N> } | { readonly page: PortalPage }> {
  const { services, authority } = ctx;
  const record = await services.readPublic((r) => findPublished(r, authority, noun, recordId));
  if (record) return { record };
  const withdrawn = await services.readPublic((r) => wasWithdrawn(r, authority, noun, recordId));
  return { page: withdrawn ? withdrawnPage(ctx) : unknownPage(ctx) };
}

/** A published record: its text as it was decided and sent, what its kind adds, its files, and what it belongs together with. */
export async function recordPage(ctx: Ctx, noun: PublishedNoun, recordId: string): Promise<PortalPage> {
  const found = await foundOr(ctx, noun, recordId);
  if ('page' in found) return found.page;
  const { record } = found;
  const { p, to, authority, format } = ctx;
  const home = `/oppet/${authority.slug}`;
  const list = `${home}/${p.nouns[noun].path}`;
  const { title, summary, bodyId, bodyName, happenedOn, publishedAt } = record;
  const own = html`<span lang="sv">${bodyName}</span>`;
  const bodyPath = openPath(ctx, record, 'body', bodyId);
  return portalPage({
    title,
    ownTitle: true,
    ...(summary && { description: summary }),
    lastModified: publishedAt,
    structured: structuredRecord(ctx, record),
    crumbs: [{ text: p.start, href: to(home) }, { text: p.nouns[noun].many, href: to(list) }, { text: title }],
    lead: html`<p>${p.nouns[noun].one}${bodyName && noun !== 'body' ? html` · ${bodyPath ? html`<a href="${bodyPath}">${own}</a>` : own}` : null}${happenedOn && noun !== 'assignment' ? html` · <time datetime="${happenedOn}">${format.date(happenedOn)}</time>` : null}</p>${toldTag(ctx, noun, toldOf(record))}`,
    body: html`${documentView(record.tree, { withoutTitle: true })}
${nounParts(ctx, record)}
${filesOf(ctx, record)}`,
    aside: aside(ctx, record),
  });
}

function toldOf(record: PublishedWhole): string | null {
  const status = record.noun === 'assignment' ? (record as PublishedWhole<'assignment'>).data.status : null;
  return status ?? record.state;
}

function aside(ctx: Ctx, record: PublishedWhole) {
  const { p, to, absolute, authority, format, language } = ctx;
  const { noun, recordId, registrationNumbers, firstPublishedAt, publishedAt, edition, links } = record;
  const path = publishedPath(authority.slug, noun, recordId);
  const numbers = registrationNumbers.map(
    (number) => html`<a href="${to(`/oppet/${authority.slug}/sok?q=${encodeURIComponent(number)}`)}">${number}</a> `,
  );
  const groups = Map.groupBy(links, ({ relation, direction, noun: other }) => `${relation} ${direction} ${other}`);
  return html`<section><h2>${p.record.facts}</h2>${summaryList(
    [
      { term: p.record.numbers, value: numbers.length > 0 ? html`${numbers}` : null },
      { term: p.record.published, value: format.instant(firstPublishedAt) },
      { term: p.record.changed, value: edition > 1 ? format.instant(publishedAt) : null },
      { term: p.record.edition, value: String(edition) },
      { term: p.record.address, value: html`<a href="${absolute(path)}">${absolute(path)}</a>` },
    ],
    { compact: true },
  )}
<p><a href="${to(`${path}/kopia`)}">${p.record.orderCopy}</a></p></section>
${
  links.length > 0
    ? html`<section><h2>${p.record.related}</h2>${[...groups.values()].map((group) => {
        const { relation, noun: other } = group[0]!;
        return html`<h3>${p.nouns[other].many} <span class="soft">${publishedRelations[relation][language]}</span></h3>${linkList(group.map((link) => relatedLink(ctx, link)))}`;
      })}</section>`
    : null
}`;
}

/** What a record leads to, as a row. */
export function relatedLink(ctx: PortalContext, link: PublishedWhole['links'][number]) {
  return {
    title: html`<span lang="sv">${link.title}</span>`,
    href: ctx.to(publishedPath(ctx.authority?.slug ?? '', link.noun, link.recordId)),
    ...(link.happenedOn && link.noun !== 'assignment' && { note: ctx.format.date(link.happenedOn) }),
  };
}
