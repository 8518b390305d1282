import type { SourcePlace } from '../../../domain/matters/index.ts';
import { itemCategories } from '../../../domain/meetings/index.ts';
import {
  type ActivityPlan,
  type PlannedActivity,
  type PlanPointKind,
  planPointKinds,
} from '../../../domain/plans/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { dayList } from '../../components/day-list/day-list.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { ConnectionsOf } from '../connections/connected-facts.ts';
import { connectionCardOfAll, connectionsUnder } from '../connections/connection-card.ts';
import { sourceDocumentsCard, sourceLines } from '../sources/source-places.ts';
import { meetingTabs } from './meeting-tabs.ts';
import { texts } from './texts.ts';

/** Every activity plan, newest year first. */
export function activityPlanListPage(ctx: RequestContext, plans: readonly ActivityPlan[]): Page {
  const t = texts[ctx.language];
  return page({
    title: t.room,
    lead: t.lead,
    body: html`${meetingTabs(ctx, 'plans')}${
      plans.length === 0
        ? emptyState({ title: t.none, body: t.noneBody, action: linkButton({ text: t.readIn, href: '/las-in' }) })
        : table(ctx, {
            caption: t.title,
            captionHidden: true,
            columns: [
              { key: 'title', text: t.plan },
              { key: 'body', text: t.body },
              { key: 'year', text: t.year, kind: 'date' },
              { key: 'days', text: t.days, kind: 'number' },
              { key: 'focus', text: t.focusAreas, kind: 'number' },
              { key: 'points', text: t.points, kind: 'number' },
            ],
            rows: plans.map((plan) => ({
              title: html`<a href="${recordAddress('activityPlan', plan.id)}" lang="sv">${plan.title}</a>`,
              body: html`<a href="${recordAddress('body', plan.body.id)}" lang="sv">${plan.body.name}</a>`,
              year: plan.year,
              days: ctx.format.number(new Set(plan.activities.map(({ date }) => date)).size),
              focus: ctx.format.number(plan.focusAreas.length),
              points: ctx.format.number(plan.points.length),
            })),
          })
    }`,
  });
}

export type ActivityPlanFacts = {
  readonly plan: ActivityPlan;
  readonly connections: ConnectionsOf;
  readonly places: readonly SourcePlace[];
};

/** One plan: the days by month, what the body looks at all year, and the further points by what they are for. */
export function activityPlanPage(ctx: RequestContext, facts: ActivityPlanFacts): Page {
  const t = texts[ctx.language];
  const { plan, connections, places } = facts;
  return page({
    title: plan.title,
    ownHeading: true,
    crumbs: [
      { text: t.room, href: '/sammantraden' },
      { text: t.title, href: '/aktivitetsplaner' },
      { text: `${plan.body.name} ${plan.year}` },
    ],
    body: html`<div class="page-head"><h1 lang="sv">${plan.title}</h1><div class="page-lead"><a href="${recordAddress('body', plan.body.id)}" lang="sv">${plan.body.name}</a>${plan.datedOn ? html`<span>${t.dated(ctx.format.date(plan.datedOn))}</span>` : null}</div></div>
<section><h2>${t.days}</h2>${months(ctx, facts)}</section>
${plan.focusAreas.length > 0 ? html`<section><h2>${t.focusAreas}</h2><ul>${plan.focusAreas.map(({ id, text }) => html`<li id="fokus-${id}"><span lang="sv">${text}</span> ${sourceLines(ctx, places, id)}${connectionsUnder(ctx, connections.get(id))}</li>`)}</ul></section>` : null}
${points(ctx, facts)}`,
    aside: html`${card({
      title: t.facts,
      body: summaryList(
        [
          {
            term: t.body,
            value: html`<a href="${recordAddress('body', plan.body.id)}" lang="sv">${plan.body.name}</a>`,
          },
          { term: t.year, value: plan.year },
          { term: t.datedOn, value: plan.datedOn && ctx.format.date(plan.datedOn) },
        ],
        { compact: true },
      ),
    })}${connectionCardOfAll(ctx, connections)}${sourceDocumentsCard(ctx, places)}`,
  });
}

function months(ctx: RequestContext, { plan, connections, places }: ActivityPlanFacts): Html {
  const t = texts[ctx.language];
  if (plan.activities.length === 0) return html`<p>${t.noDays}</p>`;
  const byMonth = Map.groupBy(plan.activities, ({ date }) => date.slice(0, 7));
  return html`${[...byMonth].map(([month, inMonth]) => {
    const days = Map.groupBy(inMonth, ({ date }) => date);
    return html`<h3>${ctx.format.month(`${month}-01`)}</h3>${dayList(
      [...days].map(([date, own]) => ({
        date,
        when: when(ctx, own),
        place: own.find(({ place }) => place !== null)?.place ?? null,
        entries: own.map((one) => ({
          id: `dag-${one.id}`,
          category: categoryWords(ctx, one.category),
          items: one.items.map(({ text }) => text),
          empty: t.nothing,
          note: html`${sourceLines(ctx, places, one.id)}${connectionsUnder(ctx, connections.get(one.id))}`,
        })),
      })),
    )}`;
  })}`;
}

function when(ctx: RequestContext, [first, ...rest]: readonly PlannedActivity[]): string {
  const { weekday, dayAndMonth } = ctx.format;
  const lastDay = [first, ...rest].map((one) => one?.lastDay).find((day) => day);
  const begins = first ? `${weekday(first.date)} ${dayAndMonth(first.date)}` : '';
  return lastDay ? texts[ctx.language].until(begins, dayAndMonth(lastDay)) : begins;
}

/** The category is a code of agenda items, or the words of the plan where it is none of them. */
function categoryWords({ language }: RequestContext, category: string): string {
  if (!Object.hasOwn(itemCategories, category)) return category;
  const words = itemCategories[category as keyof typeof itemCategories][language];
  return `${words.charAt(0).toLocaleUpperCase(language)}${words.slice(1)}`;
}

function points(ctx: RequestContext, { plan, connections, places }: ActivityPlanFacts): readonly Html[] {
  const t = texts[ctx.language];
  const kinds = Object.keys(planPointKinds) as readonly PlanPointKind[];
  return kinds.flatMap((kind) => {
    const own = plan.points.filter((point) => point.kind === kind);
    if (own.length === 0) return [];
    const words = planPointKinds[kind][ctx.language];
    const heading = `${words.charAt(0).toLocaleUpperCase(ctx.language)}${words.slice(1)}`;
    return [
      html`<section><h2>${heading}</h2><ul>${own.map(
        ({ id, text, details, giver }) =>
          html`<li id="punkt-${id}"><span lang="sv">${text}</span>${giver ? html` <span class="soft">(${t.giver(giver)})</span>` : null} ${sourceLines(ctx, places, id)}${details.length > 0 ? html`<ul lang="sv">${details.map((detail) => html`<li>${detail}</li>`)}</ul>` : null}${connectionsUnder(ctx, connections.get(id))}</li>`,
      )}</ul></section>`,
    ];
  });
}
