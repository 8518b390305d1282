import { may } from '../../../domain/access/index.ts';
import {
  type Commission,
  commissionFaultCodes,
  commissionFaults,
  commissionStateCodes,
  commissionStates,
  faultsOf,
  type MoneyRow,
  moneyRows,
  sumRows,
  totalOf,
} from '../../../domain/commissions/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { table } from '../../components/table/table.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationTabs } from '../collaboration/collaboration-tabs.ts';
import { type CommissionFacts, type CommissionQuery, chosen, lacking, withQuery } from './commission-filter.ts';
import {
  commissionsPath,
  extentWords,
  faultTags,
  kronor,
  moneyPath,
  posts,
  sentence,
  stateTag,
  termWords,
  withDerived,
} from './commission-view.ts';
import { texts } from './texts.ts';

const pageSize = 50;

/** Everything that is ordered and paid for together, with what each one fails to say. */
export function commissionListPage(
  ctx: RequestContext,
  facts: CommissionFacts,
  { sida = 1, ...query }: CommissionQuery & { readonly sida?: number | undefined },
): Page {
  const t = texts[ctx.language];
  const mayAdd = ctx.actor && may(ctx.actor, 'commission.edit');
  const { commissions, rows } = chosen(facts, query, ctx.services.runtime.today());
  const active = Object.values(query).some(Boolean);
  const shown = commissions.slice((sida - 1) * pageSize, sida * pageSize);
  const add = mayAdd ? linkButton({ text: t.add, href: `${commissionsPath}/ny` }) : null;
  return page({
    title: t.title,
    width: 'wide',
    lead: t.lead,
    body: html`${collaborationTabs(ctx, 'commissions')}${
      facts.commissions.length === 0
        ? html`${emptyState({ title: t.none, body: t.noneBody, action: linkButton({ text: t.readIn, href: '/las-in' }) })}${add ? html`<div class="actions">${add}</div>` : null}`
        : html`${add ? html`<div class="actions">${add}</div>` : null}${filters(ctx, facts, query, active)}${
            active ? selectionSum(ctx, rows) : null
          }${exportLinks(ctx, { href: (format) => withQuery(`${moneyPath}/fil/${format}`, query), what: t.file })}
${commissionTable(ctx, shown, query.ar || query.betalare || query.fond ? rows : undefined)}${pagination(ctx, {
  page: sida,
  pageSize,
  total: commissions.length,
  href: (number) => withQuery(commissionsPath, { ...query, sida: number }),
})}`
    }`,
  });
}

function selectionSum(ctx: RequestContext, rows: readonly MoneyRow[]): Html {
  const sum = sumRows(rows);
  return html`<p>${texts[ctx.language].filteredSum(kronor(ctx, sum.ore), posts(ctx, sum.hundredths / 100))}</p>`;
}

function filters(
  ctx: RequestContext,
  { commissions, bodies, funds }: CommissionFacts,
  query: CommissionQuery,
  active: boolean,
): Html {
  const t = texts[ctx.language];
  const state = freshForm(query);
  const rows = moneyRows(commissions, bodies);
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => (b ?? 0) - (a ?? 0));
  const payers = new Map(
    rows.flatMap(({ payerKey, payerName }) => (payerKey ? [[payerKey, payerName ?? ''] as const] : [])),
  );
  const select = (name: keyof CommissionQuery, label: string, options: readonly { value: string; text: string }[]) =>
    field(ctx, { kind: 'select', name, label, empty: t.all, state, options });
  return filterBar(ctx, {
    action: commissionsPath,
    active,
    ...(query.forslag && { keep: { forslag: query.forslag } }),
    fields: html`${field(ctx, { kind: 'search', name: 'sok', label: t.search, state })}${select(
      'lage',
      t.state,
      commissionStateCodes.map((code) => ({ value: code, text: sentence(commissionStates[code][ctx.language]) })),
    )}${select('brist', t.fault, [
      { value: 'nagon', text: t.anyFault },
      ...commissionFaultCodes.map((code) => ({
        value: code,
        text: sentence(commissionFaults[code].label[ctx.language]),
      })),
    ])}${select(
      'ar',
      t.year,
      years.map((year) =>
        year === null ? { value: lacking, text: t.missingYear } : { value: String(year), text: String(year) },
      ),
    )}${select('betalare', t.payer, [
      ...[...payers].map(([value, text]) => ({ value, text })).sort((a, b) => ctx.format.compare(a.text, b.text)),
      { value: lacking, text: t.missingPayer },
    ])}${select('fond', t.fund, [...funds.map(({ id, name }) => ({ value: id, text: name })), { value: lacking, text: t.missingFund }])}`,
  });
}

/** Commissions as a table; with rows of a choice also what of each the choice is about. */
export function commissionTable(
  ctx: RequestContext,
  commissions: readonly Commission[],
  rows?: readonly MoneyRow[],
): Html {
  const t = texts[ctx.language];
  const today = ctx.services.runtime.today();
  const within = rows && Map.groupBy(rows, ({ commissionId }) => commissionId);
  return table(ctx, {
    caption: t.title,
    captionHidden: true,
    columns: [
      { key: 'what', text: t.what },
      { key: 'who', text: t.who },
      { key: 'period', text: t.period },
      { key: 'state', text: t.state },
      { key: 'extent', text: t.extent },
      { key: 'amount', text: t.amount, kind: 'number' },
      ...(within ? [{ key: 'within' as const, text: t.filtered, kind: 'number' as const }] : []),
      { key: 'faults', text: t.faults },
    ],
    empty: html`<p>${t.noneFound}</p>`,
    rows: commissions.map((one) => ({
      what: html`<a href="${recordAddress('commission', one.id)}" lang="sv">${one.what}</a>`,
      who: html`<span lang="sv">${one.who}</span>`,
      period: termWords(ctx, one),
      state: stateTag(ctx, one),
      extent: extentWords(ctx, one) ?? '–',
      amount: totalWords(ctx, one),
      within: within ? withinWords(ctx, within.get(one.id) ?? []) : null,
      faults: faultTags(ctx, faultsOf(one, today)),
    })),
  });
}

/** What it costs in all, told or counted. */
export function totalWords(ctx: RequestContext, commission: Commission): Html | string {
  const total = totalOf(commission);
  return total ? withDerived(ctx, kronor(ctx, total.ore), total.derived) : '–';
}

function withinWords(ctx: RequestContext, rows: readonly MoneyRow[]): Html | string {
  const sum = sumRows(rows);
  const parts = [
    ...(sum.ore !== 0 ? [kronor(ctx, sum.ore)] : []),
    ...(sum.hundredths !== 0
      ? [`${posts(ctx, sum.hundredths / 100)} ${texts[ctx.language].posts.toLocaleLowerCase(ctx.language)}`]
      : []),
  ];
  return parts.length === 0 ? '–' : withDerived(ctx, parts.join(', '), sum.derived);
}
