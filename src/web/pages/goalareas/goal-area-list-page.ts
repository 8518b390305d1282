import { may } from '../../../domain/access/index.ts';
import type { AreaSurface } from '../../../domain/goalareas/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationTabs } from '../collaboration/collaboration-tabs.ts';
import { sentence } from '../indicators/figure-words.ts';
import { areasHref, latestValue, trendTag } from './goal-area-view.ts';
import { texts } from './texts.ts';

/** The goal areas side by side for a year: figures with trend, what is under way, and what is late. */
export function goalAreaListPage(
  ctx: RequestContext,
  { surfaces, year }: { readonly surfaces: readonly AreaSurface[]; readonly year: number },
): Page {
  const t = texts[ctx.language];
  const add =
    ctx.actor && may(ctx.actor, 'goalArea.edit') ? linkButton({ text: t.add, href: `${areasHref}/ny` }) : undefined;
  return page({
    title: t.title,
    width: 'wide',
    lead: t.lead,
    body: html`${collaborationTabs(ctx, 'goalAreas')}${yearLinks(ctx, year, areasHref)}
${
  surfaces.length === 0
    ? emptyState({ title: t.none, body: t.noneBody, ...(add && { action: add }) })
    : html`${surfaces.map((surface) => areaCard(ctx, surface, year))}${add ? html`<div class="actions">${add}</div>` : null}`
}`,
  });
}

function areaCard(ctx: RequestContext, { area, figures, records }: AreaSurface, year: number): Html {
  const t = texts[ctx.language];
  const late = records.filter((one) => one.late).length;
  const empty = figures.length === 0 && records.length === 0;
  return card({
    title: html`<a href="${recordAddress('goalArea', area.id)}?ar=${year}" lang="sv">${area.position}. ${area.name}</a>`,
    body: html`${area.description ? html`<p lang="sv">${area.description}</p>` : null}
${
  empty
    ? html`<p class="soft">${t.nothing}</p>`
    : html`<p>${t.underWayCount(records.length)}${late > 0 ? html` ${tag({ text: t.lateCount(late), tone: 'late' })}` : null}</p>
${summaryList(figures.slice(0, 4).map((figure) => ({ term: sentence(figure.series.indicator.name), value: html`${latestValue(ctx, figure)} ${trendTag(ctx, figure.trend)}` })))}`
}`,
  });
}

/** The years on either side of the one that is shown, as links. */
export function yearLinks(ctx: RequestContext, year: number, href: string): Content {
  const t = texts[ctx.language];
  const now = Number(ctx.services.runtime.today().slice(0, 4));
  const years = [year - 2, year - 1, year + 1].filter((one) => one <= now);
  return html`<p>${t.inYear(year)}. ${t.otherYears}: ${years.map((one, index) => html`${index > 0 ? ', ' : null}<a href="${href}?ar=${one}">${one}</a>`)}</p>`;
}
