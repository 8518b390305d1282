import { may } from '../../../domain/access/index.ts';
import {
  type Assignment,
  assignmentStateNames,
  assignmentStates,
  type PartyRole,
  partyRoleNames,
  partyRoles,
} from '../../../domain/assignments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { field } from '../../components/field/field.ts';
import { filterBar } from '../../components/filter-bar/filter-bar.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import { table } from '../../components/table/table.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import type { AssignmentListFacts, ListedAssignment } from './assignment-list-facts.ts';
import { type AssignmentSelection, narrowing, narrowingInWords, selectionHref } from './assignment-query.ts';
import { statusOrder, statusTag, statusText } from './status-look.ts';
import { texts } from './texts.ts';

/** Where an export ends: a register larger than this is taken out whole, by the command line. */
export const csvRows = 10_000;

/** All assignments as a table that can be narrowed, ordered and paged by its address. */
export function assignmentListPage(
  ctx: RequestContext,
  selection: AssignmentSelection,
  facts: AssignmentListFacts,
): Page {
  const t = texts[ctx.language];
  const { found } = facts;
  const narrowed = narrowing.some((name) => selection[name] !== undefined);
  const mayGive = ctx.actor !== undefined && may(ctx.actor, 'assignment.give');
  const count = ctx.format.number(found.total) + (found.more ? '+' : '');
  const body =
    facts.rows.length === 0
      ? nothing(ctx, narrowed)
      : html`${list(ctx, selection, facts)}
${pagination(ctx, {
  page: found.page,
  pageSize: found.pageSize,
  total: found.total,
  href: (sida) => selectionHref({ ...selection, sida }),
  ...(found.more && { totalText: count }),
})}
${exportLinks(ctx, {
  href: (format) => selectionHref({ ...selection, sida: undefined }, `/uppdrag.${format}`),
  what: t.title,
  ...(found.more && { note: t.exportCapped }),
})}`;
  return page({
    title: t.title,
    lead: html`<span>${found.total > 0 ? t.found(count) : t.lead}</span>${mayGive ? linkButton({ text: t.give, href: '/uppdrag/ny', variant: 'secondary' }) : null}`,
    body: html`${facts.years.length > 0 ? filters(ctx, selection, facts, narrowed) : null}${inWords(ctx, selection, facts)}${body}`,
  });
}

function filters(
  ctx: RequestContext,
  selection: AssignmentSelection,
  { years, bodies, goals }: AssignmentListFacts,
  active: boolean,
): Html {
  const t = texts[ctx.language];
  const state = freshForm(
    Object.fromEntries(Object.entries(selection).map(([name, value]) => [name, value === undefined ? '' : `${value}`])),
  );
  const select = (name: string, label: string, empty: string, options: readonly (readonly [string, string])[]) =>
    field(ctx, {
      kind: 'select',
      name,
      label,
      empty,
      state,
      options: options.map(([value, text]) => ({ value, text })),
    });
  return filterBar(ctx, {
    action: '/uppdrag',
    active,
    keep: kept(selection),
    fields: [
      field(ctx, { kind: 'search', name: 'sok', label: t.search, hint: t.searchHint, state }),
      select(
        'ar',
        t.year,
        t.allYears,
        years.map((year) => [String(year), String(year)]),
      ),
      select(
        'organ',
        t.body,
        t.allBodies,
        bodies.map(({ id, name }) => [id, name]),
      ),
      select(
        'roll',
        t.role,
        t.anyRole,
        partyRoleNames.map((role) => [role, partyRoles[role][ctx.language]]),
      ),
      select(
        'status',
        t.status,
        t.anyStatus,
        statusOrder.map((status) => [status, statusText(ctx, status)]),
      ),
      select(
        'lage',
        t.state,
        t.anyState,
        assignmentStateNames.map((name) => [name, assignmentStates[name][ctx.language]]),
      ),
      select(
        'mal',
        t.goal,
        t.anyGoal,
        goals.map(({ id, heading }) => [id, heading]),
      ),
    ],
  });
}

/** The order of the list and what a figure of the overview narrowed it by: both survive a new choice. */
function kept(selection: AssignmentSelection): Readonly<Record<string, string>> {
  const names = ['ordning', ...narrowingInWords] as const;
  return Object.fromEntries(names.flatMap((name) => (selection[name] ? [[name, String(selection[name])]] : [])));
}

/** What narrows the list without a field of its own, in words, each with the way out of it. */
function inWords(
  ctx: RequestContext,
  selection: AssignmentSelection,
  { periodName }: AssignmentListFacts,
): Html | null {
  const t = texts[ctx.language];
  const { perspektiv, saknar, period, tyst, mott } = selection;
  const said = {
    perspektiv: perspektiv && html`${t.ofPerspective} <span lang="sv">${perspektiv}</span>`,
    saknar: saknar && t.lacking[saknar as keyof typeof t.lacking],
    period: period && html`${t.asOf} <span lang="sv">${periodName ?? period}</span>`,
    tyst: tyst !== undefined && t.unheard(ctx.format.number(tyst)),
    mott: mott && t.neverMetYet,
  };
  const told = narrowingInWords.filter((name) => said[name]);
  if (told.length === 0) return null;
  return html`<ul>${told.map(
    (name) =>
      html`<li>${said[name]} <a href="${selectionHref({ ...selection, [name]: undefined, sida: undefined })}">${t.dropThis}<span class="sr-only"> ${said[name]}</span></a></li>`,
  )}</ul>`;
}

function list(ctx: RequestContext, selection: AssignmentSelection, { rows }: AssignmentListFacts): Html {
  const t = texts[ctx.language];
  const { ordning = 'nyast' } = selection;
  const byTitle = ordning === 'rubrik' || ordning === 'rubrik-omvant';
  const orders = {
    ref: { ascending: 'aldst', descending: 'nyast' },
    title: { ascending: 'rubrik', descending: 'rubrik-omvant' },
  } as const;
  return table<'ref' | 'title' | 'status' | 'performer' | 'monitor' | 'met'>(ctx, {
    caption: t.caption,
    captionHidden: true,
    dense: true,
    rowHeader: 'title',
    columns: [
      { key: 'ref', text: t.number, kind: 'date', sortable: true },
      { key: 'title', text: t.assignment, sortable: true },
      { key: 'status', text: t.status },
      { key: 'performer', text: t.performer },
      { key: 'monitor', text: t.monitor },
      { key: 'met', text: t.lastMeeting, kind: 'date' },
    ],
    sort: {
      by: byTitle ? 'title' : 'ref',
      direction: ordning === 'rubrik' || ordning === 'aldst' ? 'ascending' : 'descending',
      href: (by, direction) =>
        selectionHref({
          ...selection,
          sida: undefined,
          ordning: orders[by === 'title' ? 'title' : 'ref'][direction],
        }),
    },
    rows: rows.map(({ assignment, status, lastMet }) => ({
      ref: assignment.ref,
      title: html`<a href="${recordAddress('assignment', assignment.id)}" lang="sv">${assignment.title}</a>`,
      status: statusTag(ctx, status),
      performer: bodyNames(ctx, assignment, 'performer'),
      monitor: bodyNames(ctx, assignment, 'monitor'),
      met: lastDealtWith(ctx, lastMet),
    })),
  });
}

/** The bodies with a role, as Swedish names in either language. */
export function bodyNames(ctx: RequestContext, { parties }: Assignment, role: PartyRole): Html | null {
  const names = parties.filter((party) => party.role === role).map(({ bodyName }) => bodyName);
  return names.length === 0 ? null : html`<span lang="sv">${ctx.format.list(names)}</span>`;
}

/** The day of the meeting that last dealt with it, leading to the item. */
export function lastDealtWith(ctx: RequestContext, item: ListedAssignment['lastMet']): Content {
  if (!item) return texts[ctx.language].neverMet;
  return html`<a href="${recordAddress('agendaItem', item.itemId, item.meetingId)}">${ctx.format.shortDate(item.heldOn)}</a>`;
}

function nothing(ctx: RequestContext, narrowed: boolean): Html {
  const t = texts[ctx.language];
  if (narrowed)
    return emptyState({
      title: t.noneFound,
      body: t.noneFoundBody,
      action: linkButton({ text: ctx.t.components.clearFilter, href: '/uppdrag', variant: 'secondary' }),
    });
  return emptyState({ title: t.none, body: t.noneBody, action: linkButton({ text: t.readIn, href: '/las-in' }) });
}
