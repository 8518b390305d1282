import { may } from '../../../domain/access/index.ts';
import {
  isPeriodReportKind,
  type Report,
  type ReportSummary,
  reportKinds,
  reportStates,
} from '../../../domain/reports/index.ts';
import type { Id } from '../../../kernel/id.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { followupTabs } from './followup-tabs.ts';
import { periodReportTexts } from './period-report-texts.ts';
import { reportGaps, stateTones } from './report-view.ts';
import { texts } from './texts.ts';

/** So many reports stand on a page: each of them that is under work is judged sentence by sentence. */
export const reportsEachPage = 20;

/** What a page of the list of reports shows: its reports, those under work judged, and the bodies that have not begun. */
export type ReportListFacts = {
  readonly reports: readonly ReportSummary[];
  /** Which page of all reports it is. */
  readonly place: { readonly pageNumber: number; readonly total: number };
  /** The reports that are not frozen, with their claims judged against the register of now. */
  readonly underWork: readonly Report[];
  readonly notBegun: { readonly year: number; readonly bodies: readonly { id: Id<'body'>; name: string }[] };
};

/** Every report-back by year and body, what is missing in those under work, and who has not begun. */
export function reportListPage(ctx: RequestContext, { reports, place, underWork, notBegun }: ReportListFacts): Page {
  const t = texts[ctx.language];
  const mayStart = ctx.actor !== undefined && may(ctx.actor, 'report.edit');
  const start = mayStart ? linkButton({ text: t.start, href: '/uppfoljning/ny' }) : null;
  const ofPeriod =
    ctx.actor && may(ctx.actor, 'periodReport.edit')
      ? linkButton({
          text: periodReportTexts[ctx.language].start,
          href: '/uppfoljning/period/ny',
          variant: 'secondary',
        })
      : null;
  return page({
    title: t.title,
    lead: t.reportsLead,
    body: html`${followupTabs(ctx, 'reports')}
<div class="actions">${start}${ofPeriod}${linkButton({ text: deliveryTexts[ctx.language].matrixLink, href: '/uppfoljning/svar-per-organ', variant: 'quiet' })}</div>
${place.total === 0 ? emptyState({ title: t.none, body: t.noneBody, action: linkButton({ text: t.readIn, href: '/las-in', variant: 'secondary' }) }) : reportTable(ctx, reports, underWork)}
${place.total > reportsEachPage ? pagination(ctx, { page: place.pageNumber, pageSize: reportsEachPage, total: place.total, href: (to) => `/uppfoljning?sida=${to}` }) : null}
${notBegunSection(ctx, notBegun)}`,
  });
}

function reportTable(ctx: RequestContext, reports: readonly ReportSummary[], underWork: readonly Report[]): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.reports,
    captionHidden: true,
    rowHeader: 'report',
    columns: [
      { key: 'year', text: t.year, kind: 'date' },
      { key: 'report', text: t.body },
      { key: 'state', text: t.state },
      { key: 'answers', text: t.answers },
      { key: 'missing', text: t.missing },
      { key: 'receiver', text: t.receiver },
    ],
    rows: reports.map((report) => {
      const work = underWork.find((one) => one.id === report.id);
      const href = recordAddress('report', report.id);
      return {
        year: report.year,
        report: html`<a href="${href}"><span lang="sv">${report.body.name}</span> ${report.year}</a>${isPeriodReportKind(report.kind) ? html` <span class="soft">${reportKinds[report.kind][ctx.language]}</span>` : null}`,
        state: html`${tag({ text: reportStates[report.state][ctx.language], tone: stateTones[report.state] })}${dateOf(ctx, report)}`,
        answers: isPeriodReportKind(report.kind)
          ? '–'
          : work
            ? t.answersOf(reportGaps(work).done, reportGaps(work).answers)
            : t.answerCount(report.entryCount),
        missing: isPeriodReportKind(report.kind)
          ? '–'
          : work
            ? missingIn(ctx, work, href)
            : html`<span class="soft">${t.nothingMissing}</span>`,
        receiver: report.to ? html`<span lang="sv">${report.to.name}</span>` : html`<em>${t.noReceiver}</em>`,
      };
    }),
  });
}

function dateOf(ctx: RequestContext, { approvedOn, deliveredOn }: ReportSummary): Content {
  const day = deliveredOn ?? approvedOn;
  return day ? html` <span class="soft">${ctx.format.date(day)}</span>` : null;
}

function missingIn(ctx: RequestContext, report: Report, href: string): Content {
  const t = texts[ctx.language];
  const { empty, unproved } = reportGaps(report);
  const gaps = [empty > 0 ? t.withoutAnswer(empty) : '', unproved > 0 ? t.withoutEvidence(unproved) : ''].filter(
    Boolean,
  );
  return gaps.length === 0
    ? html`<span class="soft">${t.nothingMissing}</span>`
    : html`<a href="${href}">${tag({ text: gaps.join(', '), tone: 'late' })}</a>`;
}

function notBegunSection(ctx: RequestContext, { year, bodies }: ReportListFacts['notBegun']): Html | null {
  const t = texts[ctx.language];
  if (bodies.length === 0) return null;
  return html`<section><h2>${t.notBegun(year)}</h2><p>${t.notBegunBody}</p><ul>${bodies.map(({ id, name }) => {
    const begin =
      ctx.actor && may(ctx.actor, 'report.edit', id)
        ? html` · <a href="/uppfoljning/ny?organ=${id}&amp;ar=${year}">${t.begin}<span class="sr-only"> ${t.startFor(name)}</span></a>`
        : null;
    return html`<li><a href="${recordAddress('body', id)}" lang="sv">${name}</a>${begin}</li>`;
  })}</ul></section>`;
}
