import type { EndorsementOf } from '../../../domain/collaboration/index.ts';
import {
  type Commission,
  type CommissionAction,
  commissionState,
  countedParts,
  employmentForms,
  faultsOf,
  type GroupMembers,
  mayCommission,
  payerGroups,
  payerKey,
  totalOf,
} from '../../../domain/commissions/index.ts';
import type { Source } from '../../../domain/matters/index.ts';
import { oreOf } from '../../../kernel/ore.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { postButton } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { endorsementCard } from '../collaboration/endorsement-pages.ts';
import { itemLink } from '../collaboration/term-words.ts';
import type { Connected } from '../connections/connected-facts.ts';
import { connectionCard } from '../connections/connection-card.ts';
import { releaseLink } from '../releases/release-link.ts';
import { sourceCard } from '../sources/source-card.ts';
import { totalWords } from './commission-list-page.ts';
import {
  amount,
  commissionCrumbs,
  extentWords,
  faultList,
  kronor,
  mayEdit,
  payerWords,
  posts,
  stateTag,
  termWords,
  withDerived,
} from './commission-view.ts';
import { texts } from './texts.ts';

export type CommissionPageFacts = {
  readonly commission: Commission;
  /** With all that it extends and that extends it; itself alone when nothing does. */
  readonly chain: readonly Commission[];
  readonly groups: readonly GroupMembers[];
  readonly connections: readonly Connected[];
  readonly endorsements: readonly EndorsementOf[];
  readonly sources: readonly Source[];
};

/** One commission: who does what, who pays which part, what it fails to say, and the chain that it is part of. */
export function commissionPage(ctx: RequestContext, facts: CommissionPageFacts, state?: FormState): Page {
  const t = texts[ctx.language];
  const { commission, chain, groups, connections, endorsements, sources } = facts;
  const { what, who, orderedBy, employmentForm, personnelNote, item, endedOn, endReason } = commission;
  const faults = faultsOf(commission, ctx.services.runtime.today());
  return page({
    title: what,
    ownHeading: true,
    crumbs: commissionCrumbs(ctx, { text: what }),
    body: html`<div class="page-head"><h1 lang="sv">${what}</h1><div class="page-lead">${stateTag(ctx, commission)}<span lang="sv">${who}</span></div></div>
${state ? errorSummary(ctx, state) : null}${actions(ctx, commission)}${
  faults.length > 0
    ? notice(ctx, { tone: 'warning', title: t.faults, body: faultList(ctx, faults) })
    : html`<p class="soft">${t.withoutFaults}</p>`
}
<section><h2>${t.facts}</h2>${summaryList([
      { term: t.who, value: html`<span lang="sv">${who}</span>` },
      {
        term: t.orderedBy,
        value: orderedBy && html`<a href="${recordAddress('body', orderedBy.id)}" lang="sv">${orderedBy.name}</a>`,
      },
      { term: t.extent, value: extentWords(ctx, commission) },
      { term: t.employmentForm, value: employmentForm && employmentForms[employmentForm][ctx.language] },
      { term: t.personnelNote, value: personnelNote && html`<span lang="sv">${personnelNote}</span>` },
      { term: t.period, value: termWords(ctx, commission) },
      {
        term: t.endedOn,
        value: endedOn && html`${ctx.format.date(endedOn)}: <span lang="sv">${endReason}</span>`,
      },
      { term: t.fund, value: fundWords(ctx, commission) },
      { term: t.item, value: itemLink(ctx, item) ?? t.noItem },
    ])}</section>
<section><h2>${t.paidBy}</h2>${moneyTable(ctx, commission)}${groups.map((one) => membersOf(ctx, one))}</section>
${chain.length > 1 ? chainSection(ctx, chain, commission) : null}`,
    aside: html`${endorsementCard(ctx, { noun: 'commission', id: commission.id }, endorsements)}${connectionCard(ctx, connections, mayEdit(ctx, orderedBy?.id) && `${recordAddress('commission', commission.id)}/samband`)}${sourceCard(ctx, sources)}${releaseLink(ctx, { noun: 'bestallning', id: commission.id, bodyId: orderedBy?.id ?? null })}`,
  });
}

function actions(ctx: RequestContext, commission: Commission): Html | null {
  const t = texts[ctx.language];
  if (!mayEdit(ctx, commission.orderedBy?.id)) return null;
  const address = recordAddress('commission', commission.id);
  const state = commissionState(commission, ctx.services.runtime.today());
  const can = (action: CommissionAction) => mayCommission(state, action);
  const extend = can('extend') && !commission.extendedBy;
  return html`<div class="actions">${
    can('decide')
      ? postButton(ctx, {
          action: `${address}/besluta`,
          text: t.decide,
          version: commission.version,
          variant: 'primary',
        })
      : null
  }${linkButton({ text: t.change, href: `${address}/andra`, variant: 'secondary' })}${
    extend ? linkButton({ text: t.extend, href: `${address}/forlang`, variant: 'secondary' }) : null
  }${can('end') ? linkButton({ text: t.end, href: `${address}/avsluta`, variant: 'secondary' }) : null}</div>`;
}

function fundWords(ctx: RequestContext, { fund, fundRecord }: Commission): Html | string {
  const t = texts[ctx.language];
  if (!fundRecord) return fund ? html`<span lang="sv">${fund}</span>` : t.noFund;
  const link = html`<a href="${recordAddress('fund', fundRecord.id)}" lang="sv">${fundRecord.name}</a>`;
  return fund && fund !== fundRecord.name ? html`${link} <span class="soft">${t.inWords(fund)}</span>` : link;
}

/** What each payer pays of which year, with the sum; a sum that the source names stands beside it, and what differs is said. */
function moneyTable(ctx: RequestContext, commission: Commission): Html {
  const t = texts[ctx.language];
  if (commission.parts.length === 0) return html`<p>${t.noMoney}</p>`;
  const paid = commission.parts.filter(({ payer }) => payer);
  const lines = [...Map.groupBy(paid, ({ payer, year }) => `${payerKey(payer!)} ${year}`).values()].map((own) => ({
    payer: payerWords(ctx, own[0]!.payer),
    year: own[0]!.year === null ? t.wholeTerm : String(own[0]!.year),
    amount: own.flatMap(({ money }) => (money ? [amount(ctx, money.value, money.currency)] : [])).join(', ') || '–',
    posts: own.flatMap(({ fte }) => (fte === null ? [] : [posts(ctx, fte)])).join(', ') || '–',
  }));
  const named = commission.parts.filter(({ payer, money }) => !payer && money);
  const shared = sharedPosts(commission);
  const strong = (content: Html | string) => html`<strong>${content}</strong>`;
  const sum =
    paid.length > 1
      ? [
          {
            payer: strong(t.sum),
            year: '',
            amount: strong(splitSum(ctx, commission)),
            posts: strong(shared === null ? '–' : posts(ctx, shared)),
          },
        ]
      : [];
  return html`${table(ctx, {
    caption: t.paidBy,
    captionHidden: true,
    columns: [
      { key: 'payer', text: t.payer },
      { key: 'year', text: t.year, kind: 'date' },
      { key: 'amount', text: t.amount, kind: 'number' },
      { key: 'posts', text: t.posts, kind: 'number' },
    ],
    rows: [
      ...lines,
      ...sum,
      ...named.map(({ money, year }) => ({
        payer: t.namedSum,
        year: year === null ? t.wholeTerm : String(year),
        amount: amount(ctx, money!.value, money!.currency),
        posts: '–',
      })),
    ],
  })}${paid.length === 0 ? html`<p class="soft">${t.noPayer}</p>` : null}${differences(ctx, commission)}`;
}

function splitSum(ctx: RequestContext, commission: Commission): Html | string {
  const split = countedParts(commission).filter(({ money, payer }) => money && payer);
  if (split.length === 0) return '–';
  const ore = split.reduce((all, { money }) => all + oreOf(money!.value), 0);
  const told = totalOf(commission);
  return withDerived(ctx, kronor(ctx, ore), told?.derived !== false || told.ore !== ore);
}

function sharedPosts(commission: Commission): number | null {
  const shared = commission.parts.filter(({ fte }) => fte !== null);
  if (shared.length === 0) return null;
  // Posts are told in hundredths; the sum of 0.1 and 0.2 is 0.3.
  return shared.reduce((all, { fte }) => all + Math.round(fte! * 100), 0) / 100;
}

function differences(ctx: RequestContext, commission: Commission): readonly Html[] {
  const t = texts[ctx.language];
  const sek = commission.parts.filter(({ money }) => money?.currency === 'SEK');
  const sum = (all: typeof sek) => all.reduce((ore, { money }) => ore + oreOf(money!.value), 0);
  const named = sek.filter(({ payer }) => !payer);
  const split = sek.filter(({ payer }) => payer);
  const shared = sharedPosts(commission);
  const money =
    named.length === 1 && split.length > 0 && sum(named) !== sum(split)
      ? [t.sumDiffers(kronor(ctx, sum(named)), kronor(ctx, sum(split)))]
      : [];
  const years = new Set(commission.parts.flatMap(({ year }) => year ?? []));
  const work =
    shared !== null && commission.fte !== null && years.size < 2 && shared !== commission.fte
      ? [t.fteDiffers(posts(ctx, commission.fte), posts(ctx, shared))]
      : [];
  return [...money, ...work].map((body) => notice(ctx, { tone: 'warning', body }));
}

/** What "kommunerna" means here: the principals, by name. */
function membersOf(ctx: RequestContext, { group, members, participants }: GroupMembers): Html {
  const t = texts[ctx.language];
  return html`<details class="help"><summary>${t.membersAre(payerGroups[group][ctx.language], String(members.length))}</summary><p class="soft">${participants ? t.membersTaking : t.membersAll}</p>${
    members.length === 0
      ? html`<p>${t.noMembers}</p>`
      : html`<ul>${members.map(({ id, name }) => html`<li><a href="${recordAddress('body', id)}" lang="sv">${name}</a></li>`)}</ul>`
  }</details>`;
}

/** Every decision of one work, each with its own money and term, and what they come to. */
function chainSection(ctx: RequestContext, chain: readonly Commission[], here: Commission): Html {
  const t = texts[ctx.language];
  const ore = chain.reduce((sum, one) => sum + (totalOf(one)?.ore ?? 0), 0);
  const from = chain[0]?.from;
  const to = chain.at(-1)?.to;
  const day = (date: string | null | undefined) => (date ? ctx.format.date(date) : t.unknownTerm);
  return html`<section id="kedja"><h2>${t.chain}</h2><p>${t.chainLead(day(from), day(to), kronor(ctx, ore), ctx.format.number(chain.length))}</p>${linkList(
    chain.map((one) => ({
      title: html`${termWords(ctx, one)}`,
      ...(one.id === here.id ? {} : { href: recordAddress('commission', one.id) }),
      note: one.id === here.id ? t.here : stateTag(ctx, one),
      detail: html`${totalWords(ctx, one)}${one.item ? html` · <span lang="sv">${one.item.bodyName}</span>, ${ctx.format.date(one.item.heldOn)}` : null}`,
    })),
  )}</section>`;
}
