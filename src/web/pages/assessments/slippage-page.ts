import type { SlippingAssignment } from '../../../domain/assessments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { followupTabs } from '../followup/followup-tabs.ts';
import { contributionsPath } from './contribution-list-page.ts';
import { texts } from './texts.ts';

export const slippagePath = '/uppfoljning/forskjutningar';

/** How far the assignments of a year slip, the worst first, with every forecast there has been. */
export function slippagePage(
  ctx: RequestContext,
  facts: {
    readonly years: readonly number[];
    readonly year: number | undefined;
    readonly rows: readonly SlippingAssignment[];
  },
): Page {
  const t = texts[ctx.language];
  const { years, year, rows } = facts;
  return page({
    title: year === undefined ? t.slippage : `${t.slippage} ${year}`,
    lead: t.slippageLead,
    crumbs: [
      { text: t.followup, href: '/uppfoljning' },
      { text: t.title, href: contributionsPath },
      { text: t.slippage },
    ],
    body: html`${followupTabs(ctx, 'contributions')}
<nav aria-label="${t.chooseYear}"><p>${years.map((one) =>
      one === year
        ? html`<strong aria-current="page">${one}</strong> `
        : html`<a href="${slippagePath}?ar=${one}">${one}</a> `,
    )}</p></nav>
${rows.length === 0 ? emptyState({ title: t.noSlippage, body: t.noSlippageBody }) : slippageTable(ctx, rows, year)}`,
  });
}

function slippageTable(ctx: RequestContext, rows: readonly SlippingAssignment[], year: number | undefined): Content {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: `${t.slippage} ${year ?? ''}`,
    captionHidden: true,
    rowHeader: 'assignment',
    columns: [
      { key: 'number', text: t.number, kind: 'date' },
      { key: 'assignment', text: t.assignment },
      { key: 'due', text: t.due, kind: 'date' },
      { key: 'forecast', text: t.forecastNow, kind: 'date' },
      { key: 'days', text: t.days },
      { key: 'moved', text: t.movedSinceFirst },
      { key: 'earlier', text: t.earlierForecasts },
    ],
    rows: rows.map(({ assignment, slippage }) => ({
      number: assignment.ref,
      assignment: html`<a href="${recordAddress('assignment', assignment.id)}/historik" lang="sv">${assignment.title}</a>`,
      due: html`${slippage.dueOn ? ctx.format.shortDate(slippage.dueOn) : t.noDue}${
        slippage.firstDueOn && slippage.firstDueOn !== slippage.dueOn
          ? html` <span class="soft">(${t.firstDue(ctx.format.shortDate(slippage.firstDueOn))})</span>`
          : null
      }`,
      forecast: slippage.forecastOn && ctx.format.shortDate(slippage.forecastOn),
      days:
        slippage.days === null
          ? t.noDue
          : tag({ text: t.daysOf(slippage.days), tone: slippage.days > 0 ? 'late' : 'ok' }),
      moved: t.movedOf(slippage.moved ?? 0),
      earlier: slippage.forecasts.map(
        ({ assessmentId, periodName, forecastOn }) =>
          html`<div><a href="${recordAddress('assessment', assessmentId)}" lang="sv">${periodName}</a>: ${ctx.format.shortDate(forecastOn)}</div>`,
      ),
    })),
  });
}
