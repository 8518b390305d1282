import { may } from '../../../domain/access/index.ts';
import {
  type BalanceYear,
  balanceOf,
  type Fund,
  fundKinds,
  fundOwners,
  type MoneyCell,
  type MoneyPivot,
  type MoneyRow,
  moneyRows,
  pivotOf,
  sumRows,
} from '../../../domain/commissions/index.ts';
import { kronorOf, type Ore } from '../../../kernel/ore.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { chart } from '../../components/chart/chart.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { notice } from '../../components/notice/notice.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationTabs } from '../collaboration/collaboration-tabs.ts';
import { type CommissionFacts, lacking, withQuery } from './commission-filter.ts';
import { commissionsPath, kronor, moneyPath, posts, sentence, withDerived } from './commission-view.ts';
import { texts } from './texts.ts';

/** What the commissions cost by year, payer and fund, each sum a way to its rows, and how far each fund goes. */
export function moneyPage(ctx: RequestContext, facts: CommissionFacts, withProposed: boolean): Page {
  const t = texts[ctx.language];
  const all = moneyRows(facts.commissions, facts.bodies);
  const rows = withProposed ? all : all.filter(({ decided }) => decided);
  const add =
    ctx.actor && may(ctx.actor, 'commission.edit')
      ? linkButton({ text: t.money.addFund, href: `${moneyPath}/ny` })
      : null;
  return page({
    title: t.money.title,
    width: 'wide',
    lead: t.money.lead,
    body: html`${collaborationTabs(ctx, 'funds')}
<section><h2>${t.money.funds}</h2>${add ? html`<div class="actions">${add}</div>` : null}${
      facts.funds.length === 0
        ? emptyState({ title: t.money.noFunds, body: t.money.noFundsBody })
        : fundTable(ctx, facts.funds, all)
    }</section>
<section id="summor"><h2>${t.money.sums}</h2>${proposedNotice(ctx, all, withProposed)}${
      rows.length === 0 ? html`<p>${t.money.noSums}</p>` : sums(ctx, rows, withProposed)
    }</section>`,
  });
}

function proposedNotice(ctx: RequestContext, all: readonly MoneyRow[], withProposed: boolean): Html | null {
  const t = texts[ctx.language].money;
  const proposed = sumRows(all.filter(({ decided }) => !decided));
  if (proposed.rows === 0) return null;
  const [said, link, href] = withProposed
    ? [t.includesProposed, t.hideProposed, moneyPath]
    : [
        t.withoutProposed(ctx.format.number(proposed.rows), kronor(ctx, proposed.ore)),
        t.showProposed,
        `${moneyPath}?forslag=ja`,
      ];
  return notice(ctx, { tone: 'info', body: html`<p>${said} <a href="${href}#summor">${link}</a></p>` });
}

function sums(ctx: RequestContext, rows: readonly MoneyRow[], withProposed: boolean): Html {
  const t = texts[ctx.language];
  const forslag = withProposed ? undefined : 'nej';
  const byPayer = pivotOf(rows, 'payer');
  const years = byPayer.years.filter((year) => year !== null);
  const money = rows.filter(({ ore }) => ore !== 0);
  const work = rows.filter(({ hundredths }) => hundredths !== 0);
  return html`${
    years.length > 1
      ? chart(
          ctx,
          {
            kind: 'bars',
            title: t.money.costPerYear,
            unit: 'kr',
            bars: years.map((year) => {
              const cell = byPayer.totals.get(year);
              return { label: String(year), value: kronorOf(cell?.ore ?? 0), text: kronor(ctx, cell?.ore ?? 0) };
            }),
          },
          { id: 'kostnad', own: false },
        )
      : null
  }${exportLinks(ctx, { href: (format) => withQuery(`${moneyPath}/fil/${format}`, { forslag }), what: t.money.file })}
${rows.some(({ derived }) => derived) ? html`<p class="soft">${t.money.derivedNote}</p>` : null}
${money.length > 0 ? pivotTable(ctx, t.money.byPayer, pivotOf(money, 'payer'), 'betalare', forslag, (cell) => kronor(ctx, cell.ore)) : null}
${money.length > 0 ? pivotTable(ctx, t.money.byFund, pivotOf(money, 'fund'), 'fond', forslag, (cell) => kronor(ctx, cell.ore)) : null}
${work.length > 0 ? pivotTable(ctx, t.money.postsByPayer, pivotOf(work, 'payer'), 'betalare', forslag, (cell) => posts(ctx, cell.hundredths / 100)) : null}`;
}

/** A pivot: lines of payers or funds, a column a year, every sum a link to the commissions behind it. */
function pivotTable(
  ctx: RequestContext,
  title: string,
  pivot: MoneyPivot,
  by: 'betalare' | 'fond',
  forslag: string | undefined,
  words: (cell: MoneyCell) => string,
): Html {
  const t = texts[ctx.language];
  const lack = by === 'fond' ? t.missingFund : t.missingPayer;
  const cellLink = (cell: MoneyCell | undefined, query: Readonly<Record<string, string | undefined>>) =>
    cell === undefined
      ? '–'
      : html`<a href="${withQuery(commissionsPath, { ...query, forslag })}">${withDerived(ctx, words(cell), cell.derived)}</a>`;
  const yearKey = (year: number | null) => (year === null ? lacking : String(year));
  const line = (
    name: Html | string,
    key: string | null | undefined,
    cells: ReadonlyMap<number | null, MoneyCell>,
    total: MoneyCell,
  ) => ({
    name,
    ...Object.fromEntries(
      pivot.years.map((year) => [
        `y${yearKey(year)}`,
        cellLink(cells.get(year), {
          ar: yearKey(year),
          ...(key !== undefined && { [by]: key ?? lacking }),
        }),
      ]),
    ),
    total: cellLink(total, key === undefined ? {} : { [by]: key ?? lacking }),
  });
  return html`<section><h3>${title}</h3>${table<string>(ctx, {
    caption: title,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'name', text: by === 'fond' ? t.fund : t.payer },
      ...pivot.years.map((year) => ({
        key: `y${yearKey(year)}`,
        text: year === null ? sentence(t.missingYear) : String(year),
        kind: 'number' as const,
      })),
      { key: 'total', text: t.sum, kind: 'number' },
    ],
    rows: [
      ...pivot.lines.map(({ key, name, cells, total }) =>
        line(key === null ? sentence(lack) : nameLink(by, key, name ?? ''), key, cells, total),
      ),
      line(html`<strong>${t.sum}</strong>`, undefined, pivot.totals, pivot.total),
    ],
  })}</section>`;
}

function nameLink(by: 'betalare' | 'fond', key: string, name: string): Html {
  const words = html`<span lang="sv">${name}</span>`;
  if (by === 'fond') return html`<a href="${recordAddress('fund', key)}">${words}</a>`;
  return key.startsWith('body:')
    ? html`<a href="${recordAddress('body', key.slice('body:'.length))}">${words}</a>`
    : words;
}

/** The funds with this year's balance: what there is, what is decided, and whether it suffices. */
function fundTable(ctx: RequestContext, funds: readonly Fund[], rows: readonly MoneyRow[]): Html {
  const t = texts[ctx.language];
  const thisYear = Number(ctx.services.runtime.today().slice(0, 4));
  const own = Map.groupBy(rows, ({ fundId }) => fundId);
  return table(ctx, {
    caption: t.money.funds,
    captionHidden: true,
    columns: [
      { key: 'name', text: t.fund },
      { key: 'owner', text: t.money.owner },
      { key: 'kind', text: t.money.kind },
      { key: 'allocated', text: `${t.money.allocated} ${thisYear}`, kind: 'number' },
      { key: 'decided', text: `${t.money.decided} ${thisYear}`, kind: 'number' },
      { key: 'free', text: t.money.free, kind: 'number' },
      { key: 'state', text: t.state },
    ],
    rows: funds.map((fund) => {
      const year = balanceOf(fund.years, own.get(fund.id) ?? []).find((one) => one.year === thisYear);
      return {
        name: html`<a href="${recordAddress('fund', fund.id)}" lang="sv">${fund.name}</a>`,
        owner: sentence(fundOwners[fund.owner][ctx.language]),
        kind: sentence(fundKinds[fund.kind][ctx.language]),
        allocated: year ? kronor(ctx, year.allocated) : '–',
        decided: year ? kronor(ctx, year.decided) : '–',
        free: year ? freeWords(ctx, year.free) : '–',
        state: year ? balanceTag(ctx, year) : '–',
      };
    }),
  });
}

export function freeWords(ctx: RequestContext, free: Ore): string {
  return free < 0 ? `−${kronor(ctx, -free)}` : kronor(ctx, free);
}

/** Whether a year of a fund suffices, in a word with its shape. */
export function balanceTag(ctx: RequestContext, { free, allocated, opening, decided }: BalanceYear): Html | string {
  const t = texts[ctx.language].money;
  if (allocated === 0 && opening === 0 && decided === 0) return '–';
  return free < 0 ? tag({ text: t.overdrawn(kronor(ctx, -free)), tone: 'late' }) : tag({ text: t.enough, tone: 'ok' });
}
