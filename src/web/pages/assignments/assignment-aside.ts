import { assessmentStatuses } from '../../../domain/assessments/index.ts';
import {
  type AssignmentLink,
  assignmentActionsIn,
  assignmentLinkKinds,
  assignmentStates,
  type PartyRole,
} from '../../../domain/assignments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { statusStrip } from '../../components/status-strip/status-strip.ts';
import { type SummaryRow, summaryList } from '../../components/summary-list/summary-list.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { connectionCard } from '../connections/connection-card.ts';
import { publishLink } from '../publications/publish-link.ts';
import { secrecyLink } from '../secrecy/secrecy-link.ts';
import { sourceCard } from '../sources/source-card.ts';
import { answersCard } from './answers-card.ts';
import type { AssignmentFacts } from './assignment-facts.ts';
import type { AssignmentRights } from './assignment-rights.ts';
import { remedyOf } from './remedies.ts';
import { statusTones } from './status-look.ts';
import { texts } from './texts.ts';

/** What stands beside the thread: what to do, the facts, how it has gone, what it belongs with, and where it was read. */
export function assignmentAside(ctx: RequestContext, facts: AssignmentFacts, rights: AssignmentRights): Content {
  const t = texts[ctx.language];
  return [
    toDo(ctx, facts, rights),
    publishLink(ctx, { noun: 'assignment', id: facts.assignment.id }),
    card({ title: t.facts, body: factList(ctx, facts) }),
    answersCard(ctx, facts),
    card({ title: t.statusOverYears, body: strip(ctx, facts) }),
    card({ title: t.related, body: related(ctx, facts) }),
    connectionCard(ctx, facts.connections),
    sourceCard(ctx, facts.sources),
    secrecyLink(ctx, { noun: 'uppdrag', id: facts.assignment.id }),
    changes(ctx, facts, rights),
  ];
}

/** What is missing and has a place in the thread; whoever can do something about it gets the way there. */
function toDo(ctx: RequestContext, facts: AssignmentFacts, rights: AssignmentRights): Html {
  const t = texts[ctx.language];
  const gaps = facts.thread.steps.filter((step) => step.gap || step.state === 'proposed');
  const rows = gaps.map((step) => {
    const remedy = remedyOf(ctx, step, facts, rights);
    const what =
      step.gap === 'hearsayDecision' || step.state === 'proposed'
        ? step.text?.[ctx.language]
        : step.title[ctx.language];
    return { title: what, ...(remedy && { action: remedy }) };
  });
  const open = facts.openLinks.map(({ number }) => ({
    title: t.openLink(number),
    ...(rights.link && {
      action: { text: t.linkAssignment, href: `${recordAddress('assignment', facts.assignment.id)}/samband` },
    }),
  }));
  const mayAct = [...rows, ...open].some((row) => 'action' in row);
  return card({
    title: mayAct ? t.toDo : t.missing,
    body: rows.length + open.length === 0 ? html`<p>${t.nothingMissing}</p>` : linkList([...rows, ...open]),
    ...(rows.length > 0 && { tone: 'warning' as const }),
  });
}

function factList(ctx: RequestContext, { assignment, plan, givenBy, reportTo }: AssignmentFacts): Html {
  const t = texts[ctx.language];
  const bodyLink = (body: { readonly id: string; readonly name: string }) =>
    html`<a href="${recordAddress('body', body.id)}" lang="sv">${body.name}</a>`;
  const inRole = (role: PartyRole): Content => {
    const parties = assignment.parties.filter((party) => party.role === role);
    if (parties.length === 0) return null;
    return parties.map(({ bodyId, bodyName }, index) => [
      index > 0 ? html`<br>` : null,
      bodyLink({ id: bodyId, name: bodyName }),
    ]);
  };
  const overdue =
    assignment.dueOn &&
    assignment.dueOn < ctx.services.runtime.today() &&
    assignmentActionsIn(assignment.state).includes('change');
  const rows: readonly SummaryRow[] = [
    { term: t.number, value: assignment.ref },
    { term: t.state, value: assignmentStates[assignment.state][ctx.language] },
    { term: t.givenBy, value: givenBy && bodyLink(givenBy) },
    { term: t.performer, value: inRole('performer') },
    { term: t.consulted, value: inRole('consulted') },
    { term: t.monitor, value: inRole('monitor') },
    { term: t.directedTo, value: inRole('directedTo') },
    { term: t.reportTo, value: reportTo && bodyLink(reportTo) },
    {
      term: t.due,
      value:
        assignment.dueOn &&
        html`<time datetime="${assignment.dueOn}">${ctx.format.date(assignment.dueOn)}</time>${overdue ? html` <strong>(${t.dueOverdue})</strong>` : null}`,
    },
    { term: t.plan, value: plan && html`<span lang="sv">${plan.title}</span>` },
    { term: t.heading, value: assignment.heading && html`<span lang="sv">${assignment.heading}</span>` },
  ];
  return summaryList(rows, { compact: true });
}

function strip(ctx: RequestContext, { strip: years, assignment }: AssignmentFacts): Html {
  const t = texts[ctx.language];
  const history = html`<p><a href="${recordAddress('assignment', assignment.id)}/historik">${t.history}</a></p>`;
  if (years.length === 0) return html`<p>${t.noStrip}</p>${history}`;
  return html`${statusStrip(ctx, {
    years: years.map(({ year, status }) => ({
      year,
      tone: statusTones[status ?? 'none'],
      text: status ? assessmentStatuses[status].label[ctx.language] : t.unknownYear,
    })),
  })}${history}`;
}

function related(ctx: RequestContext, { links, openLinks }: AssignmentFacts): Html {
  const t = texts[ctx.language];
  if (links.length + openLinks.length === 0) return html`<p>${t.noRelated}</p>`;
  return linkList([
    ...links.map((link) => ({ title: otherEnd(link), detail: linkLabel(ctx, link) })),
    ...openLinks.map(({ number }) => ({ title: t.openLink(number) })),
  ]);
}

/** How the other end belongs to this assignment, read from here. */
export function linkLabel({ language }: RequestContext, { kind, outgoing }: AssignmentLink): string {
  return assignmentLinkKinds[kind][outgoing ? 'label' : 'reverse'][language];
}

export function otherEnd({ other }: AssignmentLink): Html {
  return html`<a href="${recordAddress('assignment', other.id)}">${other.ref} <span lang="sv">${other.title}</span></a>`;
}

function changes(ctx: RequestContext, { assignment }: AssignmentFacts, rights: AssignmentRights): Html | null {
  const t = texts[ctx.language];
  const here = recordAddress('assignment', assignment.id);
  const actions = assignmentActionsIn(assignment.state);
  const ways = [
    rights.linkItem && { text: t.linkItem, href: `${here}/belagg` },
    rights.assess && { text: t.assess, href: `/uppfoljning/lagen/${assignment.id}` },
    rights.link && { text: t.linkGoal, href: `${here}/mal` },
    rights.link && { text: t.linkAssignment, href: `${here}/samband` },
    rights.change && actions.includes('change') && { text: t.change, href: `${here}/andra` },
    rights.change && actions.some((action) => action !== 'change') && { text: t.move, href: `${here}/lage` },
  ].filter((way) => way !== false);
  if (ways.length === 0) return null;
  return card({
    title: t.actions,
    body: linkList(ways.map(({ text, href }) => ({ title: text, href }))),
  });
}
