import { may } from '../../../domain/access/index.ts';
import { groupedSums, type Measure, type MeasurePlan, sumsOf } from '../../../domain/measures/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { notice } from '../../components/notice/notice.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { followupTabs } from '../followup/followup-tabs.ts';
import { measureTable, sumsChart } from './measure-view.ts';
import { texts } from './texts.ts';

export type MeasureListFacts = {
  readonly year: number;
  readonly years: readonly number[];
  readonly plans: readonly MeasurePlan[];
  readonly measures: readonly Measure[];
};

/** The economic measures of a year: sums by body and kind, then plan by plan, and what nobody has followed up. */
export function measureListPage(ctx: RequestContext, { year, years, plans, measures }: MeasureListFacts): Page {
  const t = texts[ctx.language];
  const create =
    ctx.actor && may(ctx.actor, 'plan.edit')
      ? linkButton({ text: t.newPlan, href: `/atgarder/ny-plan?ar=${year}` })
      : null;
  return page({
    title: t.title,
    width: 'wide',
    lead: t.lead,
    body: html`${followupTabs(ctx, 'measures')}${yearLinks(ctx, year, years)}
${
  plans.length === 0
    ? emptyState({ title: t.none, body: t.noneBody, ...(create && { action: create }) })
    : html`${create ? html`<div class="actions">${create}</div>` : null}${untoldNotice(ctx, measures)}
${measures.length > 0 ? html`<section><h2>${t.sums}</h2>${sumsChart(ctx, year, groupedSums(measures))}</section>` : null}
<section id="atgarder"><h2>${t.measures}</h2>${
        measures.length > 0
          ? exportLinks(ctx, { href: (format) => `/atgarder/fil/${format}?ar=${year}`, what: t.file })
          : null
      }${plans.map((plan) => planSection(ctx, plan, measures))}</section>`
}`,
  });
}

function planSection(ctx: RequestContext, plan: MeasurePlan, measures: readonly Measure[]): Html {
  const t = texts[ctx.language];
  const own = measures.filter((one) => one.plan.id === plan.id);
  return html`<section><h3><a href="${recordAddress('measurePlan', plan.id)}" lang="sv">${plan.body.name}: ${plan.title}</a></h3>${
    own.length === 0
      ? html`<p class="soft">${t.noMeasures}</p>`
      : measureTable(ctx, own, `${plan.body.name}: ${plan.title}`)
  }</section>`;
}

/** How many measures nobody has told of: they would otherwise pass for measures that gave nothing. */
export function untoldNotice(ctx: RequestContext, measures: readonly Measure[]): Content {
  const t = texts[ctx.language];
  const { untold } = sumsOf(measures);
  return untold === 0
    ? null
    : notice(ctx, { tone: 'info', title: t.notToldCount(untold), body: html`<p>${t.notToldBody}</p>` });
}

function yearLinks(ctx: RequestContext, year: number, years: readonly number[]): Html {
  const t = texts[ctx.language];
  const others = years.filter((one) => one !== year);
  return html`<p>${t.year(year)}${others.length > 0 ? html`. ${t.otherYears}: ${others.map((one, index) => html`${index > 0 ? ', ' : null}<a href="/atgarder?ar=${one}">${one}</a>`)}` : null}</p>`;
}
