import {
  type BalanceYear,
  balanceOf,
  type Commission,
  type Fund,
  fundKinds,
  fundOwners,
  type MoneyRow,
  pivotOf,
} from '../../../domain/commissions/index.ts';
import { kronorOf } from '../../../kernel/ore.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { chart } from '../../components/chart/chart.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { withQuery } from './commission-filter.ts';
import { commissionTable } from './commission-list-page.ts';
import { commissionsPath, kronor, mayEdit, moneyCrumbs, sentence, withDerived } from './commission-view.ts';
import { balanceTag, freeWords } from './money-page.ts';
import { texts } from './texts.ts';

export type FundPageFacts = {
  readonly fund: Fund;
  readonly commissions: readonly Commission[];
  readonly rows: readonly MoneyRow[];
};

/** One fund: its balance year by year, what it may be used for, and every decision that draws on it. */
export function fundPage(ctx: RequestContext, { fund, commissions, rows }: FundPageFacts): Page {
  const t = texts[ctx.language];
  const f = t.fundPage;
  const balance = balanceOf(fund.years, rows);
  const edit = mayEdit(ctx, fund.body?.id);
  const address = recordAddress('fund', fund.id);
  const overdrawn = balance.filter(({ free }) => free < 0).map(({ year }) => String(year));
  const undated = rows.filter(({ year, ore }) => year === null && ore !== 0).reduce((sum, { ore }) => sum + ore, 0);
  const lines = (all: readonly string[]) =>
    all.length === 0 ? null : html`<ul lang="sv">${all.map((one) => html`<li>${one}</li>`)}</ul>`;
  return page({
    title: fund.name,
    ownHeading: true,
    width: 'wide',
    crumbs: moneyCrumbs(ctx, { text: fund.name }),
    body: html`<div class="page-head"><h1 lang="sv">${fund.name}</h1><div class="page-lead">${tag({ text: sentence(fundOwners[fund.owner][ctx.language]) })}<span>${sentence(fundKinds[fund.kind][ctx.language])}</span></div></div>
${
  edit
    ? html`<div class="actions">${linkButton({ text: f.addYear, href: `${address}/ar` })}${linkButton({ text: t.change, href: `${address}/andra`, variant: 'secondary' })}</div>`
    : null
}${
  overdrawn.length > 0
    ? notice(ctx, {
        tone: 'warning',
        title: sentence(t.money.overdraft),
        body: html`<p>${f.overdraft(ctx.format.list(overdrawn))}</p>`,
      })
    : null
}${undated > 0 ? notice(ctx, { tone: 'warning', body: html`<p><a href="${withQuery(commissionsPath, { fond: fund.id, ar: 'saknas' })}">${f.withoutYear(kronor(ctx, undated))}</a></p>` }) : null}
<section id="balans"><h2>${f.balance}</h2>${balance.length === 0 ? html`<p>${f.noYears}</p>` : balanceSection(ctx, fund, balance, edit)}</section>
<section id="beslut"><h2>${f.drawn}</h2>${commissions.length === 0 ? html`<p>${f.noDrawn}</p>` : html`${byPayer(ctx, fund, rows)}${commissionTable(ctx, commissions)}`}</section>
<section><h2>${t.facts}</h2>${summaryList([
      { term: t.money.owner, value: sentence(fundOwners[fund.owner][ctx.language]) },
      { term: t.money.kind, value: sentence(fundKinds[fund.kind][ctx.language]) },
      {
        term: f.keeper,
        value: fund.body && html`<a href="${recordAddress('body', fund.body.id)}" lang="sv">${fund.body.name}</a>`,
      },
      { term: f.purpose, value: fund.purpose && html`<span lang="sv">${fund.purpose}</span>` },
      { term: f.conditions, value: lines(fund.conditions) },
      { term: f.aliases, value: lines(fund.aliases) },
    ])}</section>`,
  });
}

function balanceSection(ctx: RequestContext, fund: Fund, balance: readonly BalanceYear[], edit: boolean): Html {
  const t = texts[ctx.language];
  const m = t.money;
  const told = (year: number) => fund.years.find((one) => one.year === year);
  const ofYear = ({ year }: BalanceYear, text: string) =>
    html`<a href="${withQuery(commissionsPath, { fond: fund.id, ar: year })}">${text}</a>`;
  const picture =
    balance.length > 1
      ? chart(
          ctx,
          {
            kind: 'line',
            title: t.fundPage.balanceChart(fund.name),
            unit: 'kr',
            fromZero: true,
            series: [
              { name: m.available, points: balance.map((one) => point(one.year, one.opening + one.allocated)) },
              { name: m.decided, points: balance.map((one) => point(one.year, one.decided)) },
              ...(balance.some(({ spent }) => spent !== null)
                ? [
                    {
                      name: m.spent,
                      points: balance.map((one) =>
                        one.spent === null
                          ? { time: String(one.year), value: null, missing: m.notTold }
                          : point(one.year, one.spent),
                      ),
                    },
                  ]
                : []),
            ],
          },
          { id: 'balansbild', titleHidden: true, own: false },
        )
      : null;
  return html`${picture}${table(ctx, {
    caption: t.fundPage.balance,
    captionHidden: true,
    dense: true,
    wrapHeads: true,
    columns: [
      { key: 'year', text: t.year, kind: 'date' },
      { key: 'opening', text: m.opening, kind: 'number' },
      { key: 'allocated', text: m.allocated, kind: 'number' },
      { key: 'decided', text: m.decided, kind: 'number' },
      { key: 'proposed', text: m.proposed, kind: 'number' },
      { key: 'free', text: m.free, kind: 'number' },
      { key: 'state', text: t.state },
      { key: 'spent', text: m.spent, kind: 'number' },
      { key: 'carried', text: m.carried, kind: 'number' },
      { key: 'lapsed', text: m.lapsed, kind: 'number' },
      { key: 'action', text: t.fundPage.note },
    ],
    rows: balance.map((one) => ({
      year: String(one.year),
      opening: freeWords(ctx, one.opening),
      allocated: kronor(ctx, one.allocated),
      decided: ofYear(one, kronor(ctx, one.decided)),
      proposed: one.proposed === 0 ? '–' : ofYear(one, kronor(ctx, one.proposed)),
      free: freeWords(ctx, one.free),
      state: balanceTag(ctx, one),
      spent: one.spent === null ? html`<span class="soft">${m.notTold}</span>` : kronor(ctx, one.spent),
      carried: withDerived(ctx, freeWords(ctx, one.carried), one.carriedDerived),
      lapsed: one.lapsed === 0 ? '–' : freeWords(ctx, one.lapsed),
      action: html`<span lang="sv">${told(one.year)?.note ?? ''}</span>${
        edit
          ? html` <a href="${recordAddress('fund', fund.id)}/ar?ar=${one.year}">${t.fundPage.changeYear}<span class="sr-only"> ${t.fundPage.yearAbout(one.year)}</span></a>`
          : null
      }`,
    })),
  })}${balance.some(({ carriedDerived }) => carriedDerived) ? html`<p class="soft">${t.fundPage.carriedDerived}</p>` : null}`;
}

function point(year: number, ore: number) {
  return { time: String(year), value: kronorOf(ore) };
}

/** What each payer's part of the fund comes to. */
function byPayer(ctx: RequestContext, fund: Fund, rows: readonly MoneyRow[]): Html | null {
  const t = texts[ctx.language];
  const { lines } = pivotOf(
    rows.filter(({ ore, decided }) => ore !== 0 && decided),
    'payer',
  );
  if (lines.length === 0) return null;
  return html`<h3>${t.fundPage.byPayer}</h3>${summaryList(
    lines.map(({ key, name, total }) => ({
      term: name ?? sentence(t.missingPayer),
      value: html`<a href="${withQuery(commissionsPath, { fond: fund.id, betalare: key ?? 'saknas', forslag: 'nej' })}">${withDerived(ctx, kronor(ctx, total.ore), total.derived)}</a>`,
    })),
  )}`;
}
