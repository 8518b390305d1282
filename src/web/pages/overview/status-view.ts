import type { Sheet, SheetCell } from '../../../documents/out/index.ts';
import type { StatusOrNone } from '../../../domain/assessments/index.ts';
import { type Goal, listGoals } from '../../../domain/goals/index.ts';
import {
  type OverviewAxis,
  overviewAxes,
  type StatusOverview,
  type StatusRow,
  statusOverview,
} from '../../../domain/overview/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { type ChartRow, statusChart } from '../../components/status-chart/status-chart.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type AssignmentSelection, selectionHref } from '../assignments/assignment-query.ts';
import { statusOrder, statusText, statusTones } from '../assignments/status-look.ts';
import { overviewPage } from './overview-frame.ts';
import { axisOf, bodyScope, type OverviewQuery, overviewHref, roleOf } from './overview-query.ts';
import type { Asked, OverviewView } from './overview-view.ts';
import { texts } from './texts.ts';

type StatusFacts = { readonly overview: StatusOverview; readonly goalsWithout: readonly Goal[] };

/** How the assignments of a year stand, by body, goal, perspective or year, each figure leading to the list that it counts. */
export const statusView: OverviewView<StatusFacts> = {
  path: '/oversikt',
  about: 'Visar hur årets uppdrag står, per organ, mål, perspektiv eller år, där varje tal leder till sina uppdrag.',
  read: async (r, { query, choices }) => {
    const axis = axisOf(query);
    const overview = await statusOverview(r, axis, {
      ...(axis !== 'year' && { year: choices.year }),
      ...bodyScope(query),
      axisRole: roleOf(query),
    });
    const counted = new Set(overview.rows.map(({ key }) => key?.id));
    const goals = axis === 'goal' && !query.organ ? await listGoals(r) : [];
    return { overview, goalsWithout: goals.filter(({ id }) => !counted.has(id)) };
  },
  page: (ctx, asked, facts) => {
    const t = texts[ctx.language];
    const axis = axisOf(asked.query);
    return overviewPage(ctx, asked, {
      side: 'status',
      fields: ['year', 'axis', 'body', 'role'],
      lead: t.statusLead,
      body: html`${facts.overview.all.total === 0 ? emptyState({ title: t.none, body: t.noneBody }) : chart(ctx, asked, facts.overview)}${goalsWithout(ctx, asked, facts, axis)}`,
    });
  },
  sheet: (ctx, asked, { overview }) => statusSheet(ctx, asked, overview),
};

function chart(ctx: RequestContext, asked: Asked, overview: StatusOverview): Html {
  const t = texts[ctx.language];
  const { axis, rows, all } = overview;
  const title = titleOf(ctx, asked, axis);
  const overlaps = rows.reduce((sum, row) => sum + row.total, 0) > all.total;
  return html`${statusChart(ctx, {
    id: 'laget',
    title,
    rowName: overviewAxes[axis][ctx.language],
    tableOpen: true,
    parts: presentIn(all).map((status) => ({
      key: status,
      text: statusText(ctx, status),
      tone: statusTones[status],
      href: selectionHref({ ...scopeOf(asked, axis), status }),
    })),
    rows: rows.map((row) => chartRow(ctx, asked, axis, row)),
    all: { ...chartRow(ctx, asked, axis, all), label: t.all, own: false, ...linksOf(scopeOf(asked, axis)) },
  })}${overlaps ? html`<p class="soft">${t.overlaps}</p>` : null}${exportLinks(ctx, {
    href: (format) => overviewHref(`/oversikt.${format}`, asked.query),
    what: title,
  })}`;
}

function chartRow(ctx: RequestContext, asked: Asked, axis: OverviewAxis, row: StatusRow): ChartRow {
  const t = texts[ctx.language];
  const scope = { ...scopeOf(asked, axis), ...rowScope(asked.query, axis, row) };
  return {
    label: row.key?.name ?? t.without[axis === 'body' ? roleOf(asked.query) : axis],
    own: row.key !== null && axis !== 'year',
    counts: row.counts,
    ...linksOf(scope),
  };
}

function linksOf(scope: Partial<AssignmentSelection>): Pick<ChartRow, 'href' | 'sumHref'> {
  return { href: (status) => selectionHref({ ...scope, status }), sumHref: selectionHref(scope) };
}

/** The list that the whole overview counts. */
function scopeOf({ query, choices }: Asked, axis: OverviewAxis): Partial<AssignmentSelection> {
  return {
    ...(axis !== 'year' && { ar: choices.year }),
    ...(query.organ && { organ: query.organ, roll: roleOf(query) }),
  };
}

/** What narrows that list to one row. */
function rowScope(query: OverviewQuery, axis: OverviewAxis, { key }: StatusRow): Partial<AssignmentSelection> {
  if (axis === 'year') return key ? { ar: Number(key.id) } : {};
  if (key === null) return { saknar: axis === 'body' ? roleOf(query) : axis };
  if (axis === 'body') return { organ: key.id, roll: roleOf(query) };
  return axis === 'goal' ? { mal: key.id } : { perspektiv: key.id };
}

const presentIn = ({ counts }: StatusRow): readonly StatusOrNone[] => statusOrder.filter((status) => counts[status]);

function titleOf(ctx: RequestContext, { choices }: Asked, axis: OverviewAxis): string {
  const t = texts[ctx.language];
  return axis === 'year' ? t.byYear : t.byAxis[axis](choices.year);
}

/** Goals that nothing leads to are as much a finding as those that stand badly. */
function goalsWithout(
  ctx: RequestContext,
  { choices }: Asked,
  { goalsWithout: goals }: StatusFacts,
  axis: OverviewAxis,
) {
  const t = texts[ctx.language];
  if (axis !== 'goal' || goals.length === 0) return null;
  return html`<section><h2>${t.goalsWithout(goals.length, choices.year)}</h2>${linkList(
    goals.map(({ id, heading }) => ({
      title: html`<span lang="sv">${heading}</span>`,
      href: recordAddress('goal', id),
    })),
  )}</section>`;
}

function statusSheet(ctx: RequestContext, asked: Asked, { axis, rows, all }: StatusOverview): Sheet {
  const t = texts[ctx.language];
  const { publicUrl } = ctx.services;
  const statuses = presentIn(all);
  const line = (label: string, href: string, row: StatusRow): readonly SheetCell[] => [
    { text: label, href: new URL(href, publicUrl).href },
    ...statuses.map((status) => row.counts[status] ?? 0),
    row.total,
  ];
  return {
    title: titleOf(ctx, asked, axis),
    language: ctx.language,
    columns: [
      { head: overviewAxes[axis][ctx.language], kind: 'link' },
      ...statuses.map((status) => ({ head: statusText(ctx, status), kind: 'number' as const, width: 14 })),
      { head: ctx.t.components.total, kind: 'number' },
    ],
    rows: [
      ...rows.map((row) => {
        const { label, sumHref = '/uppdrag' } = chartRow(ctx, asked, axis, row);
        return line(label, sumHref, row);
      }),
      line(t.all, selectionHref(scopeOf(asked, axis)), all),
    ],
  };
}
