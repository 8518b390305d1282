import {
  groupedSums,
  type Measure,
  type MeasureGroup,
  measureKinds,
  measuresOf,
  sumsOf,
} from '../../../domain/measures/index.ts';
import {
  isPeriodReportKind,
  listReports,
  listReportsById,
  type Report,
  type ReportSummary,
  reportKinds,
  reportStates,
  unsettledClaims,
} from '../../../domain/reports/index.ts';
import { inUnit } from '../../../kernel/money.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { overviewPage } from './overview-frame.ts';
import { overviewHref } from './overview-query.ts';
import type { Asked, OverviewView } from './overview-view.ts';
import { texts } from './texts.ts';

const path = '/oversikt/rapporter';
/** More drafts than a house has under work at one time; each of them is judged sentence by sentence. */
const mostReports = 40;

type OpenReport = { readonly summary: ReportSummary; readonly remarks: number; readonly unanswered: number };
type WorkFacts = { readonly reports: readonly OpenReport[]; readonly measures: readonly Measure[] };

/** The reports under work with what remains to be looked at in each, and what the economic measures of the year have given. */
export const workView: OverviewView<WorkFacts> = {
  path,
  about: 'Visar rapporter under arbete med anmärkningar som är kvar, och vad årets ekonomiska åtgärder har gett.',
  read: async (r, { query, choices, today }) => {
    const { organ } = query;
    const open = (await listReports(r, { states: ['draft', 'ready'], ...(organ && { bodyId: organ }) })).slice(
      0,
      mostReports,
    );
    const whole = await listReportsById(
      r,
      open.map(({ id }) => id),
    );
    const byId = new Map<string, Report>(whole.map((one) => [one.id, one]));
    return {
      reports: open.map((summary) => {
        const report = byId.get(summary.id);
        return {
          summary,
          remarks: report ? unsettledClaims(report, today).length : 0,
          unanswered: report ? report.entries.filter(({ answer }) => answer.trim() === '').length : 0,
        };
      }),
      measures: await measuresOf(r, { year: choices.year, ...(organ && { bodyId: organ }) }),
    };
  },
  page: (ctx, asked, facts) => {
    const t = texts[ctx.language];
    return overviewPage(ctx, asked, {
      side: 'work',
      fields: ['year', 'body'],
      lead: t.workLead,
      body: html`<section><h2>${t.openReports}</h2>${reportTable(ctx, facts.reports)}</section>
<section><h2>${t.measures(asked.choices.year)}</h2>${measureTable(ctx, asked, facts.measures)}</section>`,
    });
  },
  sheet: (ctx, asked, { measures }) => {
    const t = texts[ctx.language];
    return {
      title: t.measures(asked.choices.year),
      language: ctx.language,
      columns: [
        { head: t.body, kind: 'text' },
        { head: t.kind, kind: 'text' },
        { head: t.measureCount, kind: 'number' },
        { head: `${t.planned} (kr)`, kind: 'number', width: 18 },
        { head: `${t.effect} (kr)`, kind: 'number', width: 18 },
        { head: `${t.yearForecast} (kr)`, kind: 'number', width: 18 },
        { head: t.untold, kind: 'number' },
      ],
      rows: groupedSums(measures).map((group) => [
        group.body.name,
        measureKinds[group.kind][ctx.language],
        group.count,
        group.planned,
        group.effect,
        group.forecast,
        group.untold,
      ]),
    };
  },
};

function reportTable(ctx: RequestContext, reports: readonly OpenReport[]): Html {
  const t = texts[ctx.language];
  return table<'report' | 'body' | 'kind' | 'state' | 'remarks' | 'unanswered'>(ctx, {
    caption: t.openReports,
    captionHidden: true,
    empty: html`<p>${t.noReports} <a href="/uppfoljning">${t.toReports}</a></p>`,
    columns: [
      { key: 'report', text: t.report },
      { key: 'body', text: t.body },
      { key: 'kind', text: t.kind },
      { key: 'state', text: t.state },
      { key: 'remarks', text: t.remarks, kind: 'number' },
      { key: 'unanswered', text: t.unanswered, kind: 'number' },
    ],
    rows: reports.map(({ summary, remarks, unanswered }) => ({
      report: html`<a href="${recordAddress('report', summary.id)}" lang="sv">${summary.title}</a>`,
      body: html`<span lang="sv">${summary.body.name}</span>`,
      kind: reportKinds[summary.kind][ctx.language],
      state: reportStates[summary.state][ctx.language],
      // An interim or annual report has chapters and no answers: what is to look at there stands on its own page.
      remarks: isPeriodReportKind(summary.kind) ? '–' : ofReport(ctx, summary, remarks),
      unanswered: isPeriodReportKind(summary.kind) ? '–' : ofReport(ctx, summary, unanswered),
    })),
  });
}

function ofReport(ctx: RequestContext, { id, title }: ReportSummary, count: number): Content {
  if (count === 0) return ctx.format.number(0);
  return html`<a href="${recordAddress('report', id)}">${ctx.format.number(count)}<span class="sr-only" lang="sv"> ${title}</span></a>`;
}

function measureTable(ctx: RequestContext, asked: Asked, measures: readonly Measure[]): Html {
  const t = texts[ctx.language];
  if (measures.length === 0) return html`<p>${t.noMeasures}</p>`;
  const money = (kronor: number) => ctx.format.number(inUnit(kronor, 'tkr'));
  const cells = (sums: Pick<MeasureGroup, 'count' | 'planned' | 'effect' | 'forecast' | 'untold'>) => ({
    count: ctx.format.number(sums.count),
    planned: money(sums.planned),
    effect: money(sums.effect),
    forecast: money(sums.forecast),
    untold: ctx.format.number(sums.untold),
  });
  return html`<p class="soft">${t.thousands}</p>${table<
    'body' | 'kind' | 'count' | 'planned' | 'effect' | 'forecast' | 'untold'
  >(ctx, {
    caption: t.measures(asked.choices.year),
    captionHidden: true,
    columns: [
      { key: 'body', text: t.body },
      { key: 'kind', text: t.kind },
      { key: 'count', text: t.measureCount, kind: 'number' },
      { key: 'planned', text: t.planned, kind: 'number' },
      { key: 'effect', text: t.effect, kind: 'number' },
      { key: 'forecast', text: t.yearForecast, kind: 'number' },
      { key: 'untold', text: t.untold, kind: 'number' },
    ],
    rows: [
      ...groupedSums(measures).map((group) => ({
        body: html`<span lang="sv">${group.body.name}</span>`,
        kind: measureKinds[group.kind][ctx.language],
        ...cells(group),
      })),
      { body: html`<strong>${ctx.t.components.total}</strong>`, kind: '', ...cells(sumsOf(measures)) },
    ],
  })}${exportLinks(ctx, { href: (format) => overviewHref(`${path}.${format}`, asked.query), what: t.measures(asked.choices.year) })}`;
}
