import { type Slipping, slippingAssignments } from '../../../domain/overview/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { bodyNames } from '../assignments/assignment-list-page.ts';
import { overviewPage } from './overview-frame.ts';
import { bodyScope, overviewHref } from './overview-query.ts';
import type { OverviewView } from './overview-view.ts';
import { texts } from './texts.ts';

const path = '/oversikt/forseningar';
/** More rows than anybody reads; the file has them all. */
const most = 200;

/** The assignments whose forecast lies after the day they are due, the worst first. */
export const lateView: OverviewView<readonly Slipping[]> = {
  path,
  about: 'Visar vilka uppdrag vars prognos ligger efter den dag då de ska vara klara, och hur prognosen har flyttats.',
  read: async (r, { query, choices }) =>
    await slippingAssignments(r, { ...(query.ar !== undefined && { year: choices.year }), ...bodyScope(query) }),
  page: (ctx, asked, slipping) => {
    const t = texts[ctx.language];
    return overviewPage(ctx, asked, {
      side: 'late',
      fields: ['anyYear', 'body', 'role'],
      lead: t.lateLead,
      body:
        slipping.length === 0
          ? emptyState({ title: t.nothingSlips, body: t.nothingSlipsBody })
          : html`<p>${t.slipping(ctx.format.number(slipping.length))}</p>${table(ctx, {
              caption: t.sides.late,
              captionHidden: true,
              dense: true,
              rowHeader: 'assignment',
              columns: [
                { key: 'ref', text: t.number, kind: 'date' },
                { key: 'assignment', text: t.assignment },
                { key: 'performer', text: t.performer },
                { key: 'due', text: t.due, kind: 'date' },
                { key: 'forecast', text: t.forecast, kind: 'date' },
                { key: 'days', text: t.daysLate, kind: 'number' },
                { key: 'moved', text: t.moved, kind: 'number' },
              ],
              rows: slipping.slice(0, most).map(({ assignment, slippage }) => ({
                ref: assignment.ref,
                assignment: html`<a href="${recordAddress('assignment', assignment.id)}" lang="sv">${assignment.title}</a>`,
                performer: bodyNames(ctx, assignment, 'performer'),
                due: html`${slippage.dueOn && ctx.format.shortDate(slippage.dueOn)}${
                  slippage.firstDueOn && slippage.firstDueOn !== slippage.dueOn
                    ? html`<br><span class="soft">${t.firstDue(ctx.format.shortDate(slippage.firstDueOn))}</span>`
                    : null
                }`,
                forecast: slippage.forecastOn && ctx.format.shortDate(slippage.forecastOn),
                days: signed(ctx, slippage.days),
                moved: signed(ctx, slippage.moved),
              })),
            })}${exportLinks(ctx, {
              href: (format) => overviewHref(`${path}.${format}`, asked.query),
              ...(slipping.length > most && { note: t.firstRows(String(most)) }),
            })}`,
    });
  },
  sheet: (ctx, _, slipping) => {
    const t = texts[ctx.language];
    return {
      title: t.sides.late,
      language: ctx.language,
      columns: [
        { head: t.number, kind: 'text' },
        { head: t.assignment, kind: 'link' },
        { head: t.performer, kind: 'text' },
        { head: t.firstDueHead, kind: 'date' },
        { head: t.due, kind: 'date' },
        { head: t.forecast, kind: 'date' },
        { head: t.daysLate, kind: 'number' },
        { head: t.daysLateFirst, kind: 'number' },
        { head: t.moved, kind: 'number' },
      ],
      rows: slipping.map(({ assignment, slippage }) => [
        assignment.ref,
        {
          text: assignment.title,
          href: new URL(recordAddress('assignment', assignment.id), ctx.services.publicUrl).href,
        },
        assignment.parties
          .filter(({ role }) => role === 'performer')
          .map(({ bodyName }) => bodyName)
          .join(', '),
        slippage.firstDueOn,
        slippage.dueOn,
        slippage.forecastOn,
        slippage.days,
        slippage.daysFromFirst,
        slippage.moved,
      ]),
    };
  },
};

/** Days with their sign, so that earlier and later are told apart. */
function signed(ctx: RequestContext, days: number | null): string {
  if (days === null) return '–';
  return days > 0 ? `+${ctx.format.number(days)}` : ctx.format.number(days);
}
