import { type Contribution, daysLate, lateContributions } from '../../../domain/assessments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { figure } from '../../components/status-chart/status-chart.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { overviewPage } from './overview-frame.ts';
import { overviewHref } from './overview-query.ts';
import type { Asked, OverviewView } from './overview-view.ts';
import { texts } from './texts.ts';

const path = '/oversikt/bidrag';
const most = 200;

/** The contributions of open periods that were due and are not ready: who is late, with what, since when. */
export const contributionView: OverviewView<readonly Contribution[]> = {
  path,
  about: 'Visar vilka bidrag till öppna perioder som skulle ha varit klara, och vilka organ som är sena.',
  read: async (r, { today }) => await lateContributions(r, today),
  page: (ctx, asked, all) => {
    const t = texts[ctx.language];
    return overviewPage(ctx, asked, {
      side: 'contributions',
      fields: ['body'],
      lead: t.contributionsLead,
      body:
        all.length === 0
          ? emptyState({ title: t.noLate, body: t.noLateBody })
          : html`${byBody(ctx, asked, all)}${list(ctx, asked, ofBody(asked, all))}`,
    });
  },
  sheet: (ctx, asked, all) => {
    const t = texts[ctx.language];
    return {
      title: t.sides.contributions,
      language: ctx.language,
      columns: [
        { head: t.body, kind: 'text' },
        { head: t.number, kind: 'text' },
        { head: t.assignment, kind: 'link' },
        { head: t.period, kind: 'text' },
        { head: t.wasDue, kind: 'date' },
        { head: t.daysLate, kind: 'number' },
        { head: t.reminders, kind: 'number' },
      ],
      rows: ofBody(asked, all).map((one) => [
        one.body.name,
        one.assignment.ref,
        {
          text: one.assignment.title,
          href: new URL(recordAddress('assignment', one.assignment.id), ctx.services.publicUrl).href,
        },
        one.period.name,
        one.dueOn,
        daysLate(one, asked.today),
        one.reminders,
      ]),
    };
  },
};

const ofBody = ({ query }: Asked, all: readonly Contribution[]) =>
  all.filter(({ body }) => !query.organ || body.id === query.organ);

function byBody(ctx: RequestContext, asked: Asked, all: readonly Contribution[]): Html {
  const t = texts[ctx.language];
  const bodies = [...Map.groupBy(all, ({ body }) => body.id).values()].toSorted((a, b) => b.length - a.length);
  return table<'body' | 'late' | 'most'>(ctx, {
    caption: t.sides.contributions,
    captionHidden: true,
    columns: [
      { key: 'body', text: t.body },
      { key: 'late', text: t.lateCount, kind: 'number' },
      { key: 'most', text: t.mostDays, kind: 'number' },
    ],
    rows: [
      ...bodies.map((own) => {
        const name = html`<span lang="sv">${own[0]?.body.name}</span>`;
        return {
          body: name,
          late: figure(ctx, own.length, `${overviewHref(path, { organ: own[0]?.body.id })}#lista`, name),
          most: ctx.format.number(Math.max(...own.map((one) => daysLate(one, asked.today)))),
        };
      }),
      {
        body: html`<strong>${ctx.t.components.total}</strong>`,
        late: figure(ctx, all.length, `${path}#lista`),
        most: '',
      },
    ],
  });
}

function list(ctx: RequestContext, asked: Asked, rows: readonly Contribution[]): Html {
  const t = texts[ctx.language];
  return html`<section id="lista"><h2>${t.lateContributions} (${ctx.format.number(rows.length)})</h2>${table<
    'assignment' | 'ref' | 'body' | 'period' | 'due' | 'days' | 'reminders'
  >(ctx, {
    caption: t.lateContributions,
    captionHidden: true,
    dense: true,
    rowHeader: 'assignment',
    empty: html`<p>${t.noneChosen}</p>`,
    columns: [
      { key: 'ref', text: t.number, kind: 'date' },
      { key: 'assignment', text: t.assignment },
      { key: 'body', text: t.body },
      { key: 'period', text: t.period },
      { key: 'due', text: t.wasDue, kind: 'date' },
      { key: 'days', text: t.daysLate, kind: 'number' },
      { key: 'reminders', text: t.reminders, kind: 'number' },
    ],
    rows: rows.slice(0, most).map((one) => ({
      ref: one.assignment.ref,
      assignment: html`<a href="${recordAddress('assignment', one.assignment.id)}" lang="sv">${one.assignment.title}</a>`,
      body: html`<span lang="sv">${one.body.name}</span>`,
      period: html`<span lang="sv">${one.period.name}</span>`,
      due: ctx.format.shortDate(one.dueOn),
      days: ctx.format.number(daysLate(one, asked.today)),
      reminders: ctx.format.number(one.reminders),
    })),
  })}${exportLinks(ctx, {
    href: (format) => overviewHref(`${path}.${format}`, asked.query),
    ...(rows.length > most && { note: t.firstRows(String(most)) }),
  })}</section>`;
}
