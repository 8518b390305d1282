import type { StatusOrNone } from '../../../domain/assessments/index.ts';
import { type PeriodRow, statusByPeriod } from '../../../domain/overview/index.ts';
import { columnChart } from '../../components/column-chart/column-chart.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { html } from '../../html.ts';
import { selectionHref } from '../assignments/assignment-query.ts';
import { statusOrder, statusText, statusTones } from '../assignments/status-look.ts';
import { overviewPage } from './overview-frame.ts';
import { bodyScope, overviewHref, roleOf } from './overview-query.ts';
import type { Asked, OverviewView } from './overview-view.ts';
import { texts } from './texts.ts';

/** More periods than a picture holds; the latest are shown, the file has them all. */
const mostColumns = 12;

/** How things stood period by period, over the years. */
export const periodView: OverviewView<readonly PeriodRow[]> = {
  path: '/oversikt/over-tid',
  about: 'Visar hur läget i uppdragen har ändrats från period till period.',
  read: async (r, { query, today }) => await statusByPeriod(r, bodyScope(query), today),
  page: (ctx, asked, found) => {
    const t = texts[ctx.language];
    const rows = found.slice(-mostColumns);
    const body = rows.some(({ told }) => told > 0)
      ? html`${columnChart(ctx, {
          id: 'over-tid',
          title: t.overTime,
          columnName: t.period,
          parts: statusesIn(rows).map((status) => ({
            key: status,
            text: statusText(ctx, status),
            tone: statusTones[status],
          })),
          columns: rows.map((row) => ({
            label: row.period.name,
            own: true,
            counts: row.counts,
            href: (status) => selectionHref(listOf(asked, row, status as StatusOrNone)),
          })),
        })}${found.length > rows.length ? html`<p class="soft">${t.lastPeriods(String(mostColumns))}</p>` : null}${exportLinks(
          ctx,
          { href: (format) => overviewHref(`/oversikt/over-tid.${format}`, asked.query), what: t.overTime },
        )}`
      : emptyState({ title: t.noPeriods, body: t.noPeriodsBody });
    return overviewPage(ctx, asked, { side: 'periods', fields: ['body', 'role'], lead: t.periodsLead, body });
  },
  sheet: (ctx, asked, rows) => {
    const t = texts[ctx.language];
    const statuses = statusesIn(rows);
    return {
      title: t.overTime,
      language: ctx.language,
      columns: [
        { head: t.period, kind: 'link' },
        { head: t.endsOn, kind: 'date' },
        ...statuses.map((status) => ({ head: statusText(ctx, status), kind: 'number' as const, width: 14 })),
      ],
      rows: rows.map((row) => [
        { text: row.period.name, href: new URL(selectionHref(listOf(asked, row)), ctx.services.publicUrl).href },
        row.period.endsOn,
        ...statuses.map((status) => row.counts[status] ?? 0),
      ]),
    };
  },
};

const statusesIn = (rows: readonly PeriodRow[]): readonly StatusOrNone[] =>
  statusOrder.filter((status) => rows.some(({ counts }) => counts[status]));

/** The list that one figure counts: what was said at the period, or what of its own year nobody told of. */
function listOf({ query }: Asked, { period }: PeriodRow, status?: StatusOrNone) {
  return {
    ...(status === 'none' && { ar: period.year }),
    ...(query.organ && { organ: query.organ, roll: roleOf(query) }),
    period: period.id,
    ...(status && { status }),
  };
}
