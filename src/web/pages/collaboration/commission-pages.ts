import type { Commission } from '../../../domain/commissions/index.ts';
import type { Source } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext, Ui } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { Connected } from '../connections/connected-facts.ts';
import { connectionCard } from '../connections/connection-card.ts';
import { sourceCard } from '../sources/source-card.ts';
import { collaborationPaths, collaborationTabs } from './collaboration-tabs.ts';
import { moneySums, sharedPosts } from './commission-money.ts';
import { itemLink, termTag, termWords } from './term-words.ts';
import { texts } from './texts.ts';

/** Everything that is ordered and paid for together. */
export function commissionListPage(ctx: RequestContext, commissions: readonly Commission[]): Page {
  const t = texts[ctx.language];
  return page({
    title: t.title,
    lead: t.commissionsLead,
    body: html`${collaborationTabs(ctx, 'commissions')}${
      commissions.length === 0
        ? emptyState({
            title: t.noCommissions,
            body: t.noCommissionsBody,
            action: linkButton({ text: t.readIn, href: '/las-in' }),
          })
        : table(ctx, {
            caption: t.commissions,
            captionHidden: true,
            columns: [
              { key: 'what', text: t.what },
              { key: 'who', text: t.who },
              { key: 'period', text: t.period },
              { key: 'state', text: t.state },
              { key: 'fte', text: t.posts, kind: 'number' },
              { key: 'amount', text: t.amount, kind: 'number' },
            ],
            rows: commissions.map((one) => ({
              what: html`<a href="${recordAddress('commission', one.id)}" lang="sv">${one.what}</a>`,
              who: html`<span lang="sv">${one.who}</span>`,
              period: termWords(ctx, one),
              state: termTag(ctx, one),
              fte: one.fte === null ? '–' : posts(ctx, one.fte),
              amount: sumWords(ctx, one) || '–',
            })),
          })
    }`,
  });
}

export type CommissionFacts = {
  readonly commission: Commission;
  readonly connections: readonly Connected[];
  readonly sources: readonly Source[];
};

/** One commission: who does what, how much of a post, and who pays which part. */
export function commissionPage(ctx: RequestContext, { commission, connections, sources }: CommissionFacts): Page {
  const t = texts[ctx.language];
  const { who, what, fte, fund, item } = commission;
  return page({
    title: what,
    ownHeading: true,
    crumbs: [
      { text: t.title, href: collaborationPaths.agreements },
      { text: t.commissions, href: collaborationPaths.commissions },
      { text: what },
    ],
    body: html`<div class="page-head"><h1 lang="sv">${what}</h1><div class="page-lead">${termTag(ctx, commission)}<span lang="sv">${who}</span></div></div>
<section><h2>${t.facts}</h2>${summaryList([
      { term: t.who, value: html`<span lang="sv">${who}</span>` },
      { term: t.fte, value: fte === null ? null : fte === 1 ? t.oneFte : t.fteOf(posts(ctx, fte)) },
      { term: t.period, value: termWords(ctx, commission) },
      { term: t.fund, value: fund && html`<span lang="sv">${fund}</span>` },
      { term: t.state, value: commission.decided ? t.decided : t.proposed },
      { term: t.item, value: itemLink(ctx, item) ?? t.noItem },
    ])}</section>
<section><h2>${t.money}</h2>${money(ctx, commission)}</section>`,
    aside: html`${connectionCard(ctx, connections)}${sourceCard(ctx, sources)}`,
  });
}

/** What each payer pays, in money and posts, with the sum; a sum that the source names otherwise is said. */
function money(ctx: RequestContext, commission: Commission): Content {
  const t = texts[ctx.language];
  const sums = moneySums(commission);
  const shared = sharedPosts(commission);
  const payers = [...new Set([...commission.amounts, ...commission.shares].map(({ payer }) => payer))].filter(
    (payer) => payer !== null,
  );
  if (sums.length === 0 && shared === null) return html`<p>${t.noMoney}</p>`;
  const amountsOf = (payer: string) =>
    commission.amounts
      .filter((one) => one.payer === payer)
      .map(({ value, currency }) => amount(ctx, value, currency))
      .join(', ');
  const postsOf = (payer: string | null) =>
    commission.shares.filter((one) => one.payer === payer).reduce((sum, one) => sum + one.fte, 0);
  const parts = sums.filter((sum) => sum.parts !== null);
  const rows = [
    ...payers.map((payer) => ({
      payer: html`<span lang="sv">${payer}</span>`,
      amount: amountsOf(payer) || '–',
      posts: postsOf(payer) ? posts(ctx, postsOf(payer)) : '–',
    })),
    ...(payers.length > 1
      ? [
          {
            payer: html`<strong>${t.sum}</strong>`,
            amount: html`<strong>${parts.map((sum) => amount(ctx, sum.parts!, sum.currency)).join(', ') || '–'}</strong>`,
            posts: html`<strong>${shared === null ? '–' : posts(ctx, shared)}</strong>`,
          },
        ]
      : []),
    ...sums.flatMap(({ named, currency }) =>
      named.map((value) => ({ payer: t.namedSum, amount: amount(ctx, value, currency), posts: '–' })),
    ),
  ];
  return html`${table(ctx, {
    caption: t.money,
    captionHidden: true,
    columns: [
      { key: 'payer', text: t.payer },
      { key: 'amount', text: t.amount, kind: 'number' },
      { key: 'posts', text: t.posts, kind: 'number' },
    ],
    rows,
  })}${payers.length === 0 ? html`<p class="soft">${t.noPayer}</p>` : null}${differences(ctx, commission)}`;
}

function differences(ctx: RequestContext, commission: Commission): readonly Html[] {
  const t = texts[ctx.language];
  const shared = sharedPosts(commission);
  const sums = moneySums(commission).flatMap(({ currency, parts, named }) =>
    parts !== null && named.length === 1 && named[0] !== parts
      ? [t.sumDiffers(amount(ctx, named[0]!, currency), amount(ctx, parts, currency))]
      : [],
  );
  const differing =
    shared !== null && commission.fte !== null && shared !== commission.fte
      ? [...sums, t.fteDiffers(posts(ctx, commission.fte), posts(ctx, shared))]
      : sums;
  return differing.map((body) => notice(ctx, { tone: 'warning', body }));
}

/** What it costs in all: the sum of the parts, or the sum that the source names. */
function sumWords(ui: Ui, commission: Commission): string {
  return moneySums(commission)
    .flatMap(({ currency, parts, named }) =>
      parts === null ? named.map((value) => amount(ui, value, currency)) : [amount(ui, parts, currency)],
    )
    .join(', ');
}

function amount(ui: Ui, value: number, currency: string): string {
  const digits = Number.isInteger(value) ? 0 : 2;
  return `${ui.format.number(value, digits)} ${currency === 'SEK' && ui.language === 'sv' ? 'kr' : currency}`;
}

function posts(ui: Ui, fte: number): string {
  return ui.format.number(fte, Number.isInteger(fte) ? 0 : 2);
}
