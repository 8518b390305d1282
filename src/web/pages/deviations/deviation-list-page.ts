import { may } from '../../../domain/access/index.ts';
import {
  concernedParty,
  type Deviation,
  type DeviationFilter,
  type DeviationFunction,
  deviationKinds,
  deviationRelations,
  deviationStates,
  type LeaveRule,
  leaveRules,
  missingFunctions,
} from '../../../domain/deviations/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { notice } from '../../components/notice/notice.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { table } from '../../components/table/table.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationTabs } from '../collaboration/collaboration-tabs.ts';
import { daysOf, deviationsHref, optionsFrom, stateTag } from './deviation-view.ts';
import { texts } from './texts.ts';

export const pageSize = 25;

export type DeviationListFacts = {
  readonly rows: readonly Deviation[];
  readonly total: number;
  readonly filter: DeviationFilter;
  readonly pageNumber: number;
  readonly principals: readonly Body[];
  readonly functions: readonly DeviationFunction[];
  readonly leaveRule: LeaveRule;
};

/** The deviations, what lacks a receiver and which question is open, and the ways to patterns, functions and improvements. */
export function deviationListPage(ctx: RequestContext, facts: DeviationListFacts): Page {
  const t = texts[ctx.language];
  const { rows, total, filter, pageNumber } = facts;
  const active = Boolean(filter.state ?? filter.kind ?? filter.relation ?? filter.bodyId);
  const report = ctx.actor && may(ctx.actor, 'deviation.report');
  return page({
    title: t.title,
    width: 'wide',
    lead: t.lead,
    body: html`${collaborationTabs(ctx, 'deviations')}
<div class="actions">${report ? linkButton({ text: t.report, href: `${deviationsHref}/ny` }) : null}${linkButton({ text: t.patterns, href: `${deviationsHref}/monster`, variant: 'secondary' })}${linkButton({ text: t.improvements, href: `${deviationsHref}/forbattringar`, variant: 'secondary' })}${linkButton({ text: t.register, href: `${deviationsHref}/register`, variant: 'secondary' })}</div>
${unrouted(ctx, facts)}${leaveNotice(ctx, facts.leaveRule)}
${filters(ctx, facts, active)}
${
  rows.length === 0
    ? emptyState({ title: t.none, body: t.noneBody })
    : html`${deviationTable(ctx, rows)}${pagination(ctx, { page: pageNumber, pageSize, total, href: (one) => pageHref(ctx, one) })}`
}`,
  });
}

function deviationTable(ctx: RequestContext, rows: readonly Deviation[]): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: t.list,
    captionHidden: true,
    columns: [
      { key: 'ref', text: t.ref },
      { key: 'kind', text: t.kind },
      { key: 'from', text: t.from },
      { key: 'to', text: t.to },
      { key: 'when', text: t.when, kind: 'date' },
      { key: 'state', text: t.state },
    ],
    rows: rows.map((one) => ({
      ref: html`<a href="${recordAddress('deviation', one.id)}">${one.ref}<span class="sr-only"> <span lang="sv">${one.from.name}</span></span></a>`,
      kind: deviationKinds[one.kind][ctx.language],
      from: html`<span lang="sv">${one.from.name}</span>`,
      to: html`<span lang="sv">${concernedParty(one)}</span>`,
      when: daysOf(ctx, one),
      state: stateTag(ctx, one.state),
    })),
  });
}

function filters(ctx: RequestContext, { filter, principals }: DeviationListFacts, active: boolean): Html {
  const t = texts[ctx.language];
  const state = freshForm({
    lage: filter.state ?? '',
    slag: filter.kind ?? '',
    relation: filter.relation ?? '',
    huvudman: filter.bodyId ?? '',
  });
  const states = [{ value: 'open', text: t.open }, ...optionsFrom(ctx, deviationStates)];
  return filterBar(ctx, {
    action: deviationsHref,
    active,
    fields: html`${field(ctx, { kind: 'select', name: 'lage', label: t.state, empty: t.allStates, state, options: states })}
${field(ctx, { kind: 'select', name: 'slag', label: t.kind, empty: t.all, state, options: optionsFrom(ctx, deviationKinds) })}
${field(ctx, { kind: 'select', name: 'relation', label: t.relation, empty: t.all, state, options: optionsFrom(ctx, deviationRelations) })}
${field(ctx, { kind: 'select', name: 'huvudman', label: t.principal, empty: t.all, state, options: principals.map(({ id, name }) => ({ value: id, text: name })) })}`,
  });
}

/** Which principals nothing can be sent to. */
function unrouted(ctx: RequestContext, { principals, functions }: DeviationListFacts): Content {
  const t = texts[ctx.language];
  const missing = missingFunctions(principals, functions);
  if (missing.length === 0) return null;
  return notice(ctx, {
    tone: 'warning',
    title: t.noRoute,
    body: html`<p>${t.noRouteBody(ctx.format.list(missing.map(({ name }) => name)))} <a href="${deviationsHref}/register">${t.pointOut}</a></p>`,
  });
}

/** The question that the principals have left open, until they answer it. */
export function leaveNotice(ctx: RequestContext, rule: LeaveRule): Content {
  const t = texts[ctx.language];
  if (rule !== 'undecided') return html`<p class="soft">${t.ruleNow(leaveRules[rule][ctx.language])}</p>`;
  return notice(ctx, {
    tone: 'info',
    title: t.openQuestion,
    body: html`<p>${t.openQuestionBody} <a href="${deviationsHref}/register#permission">${t.setRule}</a></p>`,
  });
}

function pageHref(ctx: RequestContext, number: number): string {
  const query = new URLSearchParams(ctx.url.search);
  query.set('sida', String(number));
  return `${deviationsHref}?${query}`;
}
