import {
  openCompleteness,
  openCounts,
  type PublishedAuthority,
  publishedNounNames,
} from '../../../domain/published/index.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { table } from '../../components/table/table.ts';
import { html } from '../../html.ts';
import type { PortalContext } from '../portal-context.ts';
import { type PortalPage, portalPage } from '../portal-reply.ts';
import { oparlAddresses } from './oparl-address.ts';
import { openDataTexts } from './open-data-texts.ts';

/** What open data there is, how complete it is, and how it is fetched. */
export async function openDataPage(
  ctx: PortalContext & { readonly authority: PublishedAuthority },
): Promise<PortalPage> {
  const { authority, services, p, format, language } = ctx;
  const texts = openDataTexts[language];
  const home = `/oppet/${authority.slug}`;
  const [counts, years] = await services.readPublic((r) =>
    Promise.all([openCounts(r, authority), openCompleteness(r, authority, services.runtime.today())]),
  );
  const countOf = (noun: string) => counts.reduce((sum, one) => sum + (one.noun === noun ? one.count : 0), 0);
  const nouns = publishedNounNames.filter((noun) => countOf(noun) > 0);
  const { list } = oparlAddresses(services.publicUrl, authority);
  const since = `${services.runtime.today().slice(0, 4)}-01-01`;
  return portalPage({
    title: texts.title,
    description: texts.lead,
    lead: texts.lead,
    crumbs: [{ text: authority.name, href: ctx.to(home) }, { text: texts.title }],
    body: html`<h2 id="filer">${texts.files}</h2>
${table(ctx, {
  caption: texts.files,
  captionHidden: true,
  columns: [
    { key: 'kind', text: texts.kind },
    { key: 'count', text: texts.count, kind: 'number' },
    { key: 'lines', text: texts.lines },
    { key: 'csv', text: texts.csv },
    { key: 'schema', text: texts.schema },
  ],
  rows: nouns.map((noun) => ({
    kind: p.nouns[noun].many,
    count: html`<a href="${ctx.to(`${home}/${p.nouns[noun].path}`)}">${format.number(countOf(noun))}</a>`,
    lines: html`<a href="${home}/data/${noun}.jsonl">${noun}.jsonl</a>`,
    csv: html`<a href="${home}/data/${noun}.csv">${noun}.csv</a>`,
    schema: html`<a href="${home}/data/schema/${noun}.json">${noun}.json</a>`,
  })),
  empty: html`<p>${p.noneYet}</p>`,
})}
${linkList([
  { title: texts.whole, href: `${home}/data/allt.zip` },
  { title: texts.votes, href: `${home}/data/popolo.json` },
])}
<h2 id="fullstandighet">${texts.complete}</h2>
<p>${texts.completeLead}</p>
${table(ctx, {
  caption: texts.complete,
  captionHidden: true,
  columns: [
    { key: 'year', text: texts.year, kind: 'date' },
    { key: 'held', text: texts.held, kind: 'number' },
    { key: 'withMinutes', text: texts.withMinutes, kind: 'number' },
    { key: 'named', text: texts.named, kind: 'number' },
    { key: 'published', text: texts.published, kind: 'number' },
  ],
  rows: years.map((one) => ({
    year: String(one.year),
    held: format.number(one.meetingsHeld),
    withMinutes: format.number(one.meetingsWithMinutes),
    named: format.number(one.decisionsNamed),
    published: format.number(one.decisionsPublished),
  })),
  empty: html`<p>${texts.nothing}</p>`,
})}
${linkList([{ title: texts.counts, href: `${home}/data/fullstandighet.json` }])}`,
    aside: html`<h2>${texts.programs}</h2>
${linkList([
  { title: texts.oparl, href: `${home}/oparl/v1.1/system` },
  { title: texts.catalogue, href: `${home}/dcat.ttl` },
])}
<p>${texts.example}</p>
<p><code>${list('meeting', `modified_since=${since}`)}</code></p>`,
  });
}
