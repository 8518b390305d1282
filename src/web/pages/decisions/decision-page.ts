import { may } from '../../../domain/access/index.ts';
import type { Assignment } from '../../../domain/assignments/index.ts';
import type { EndorsementOf } from '../../../domain/collaboration/index.ts';
import {
  type Decision,
  decisionLinkKinds,
  decisionStates,
  type PrincipalStand,
} from '../../../domain/decisions/index.ts';
import type { Source } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { endorsementCard } from '../collaboration/endorsement-pages.ts';
import { standsSection } from '../collaboration/stands-section.ts';
import type { Connected } from '../connections/connected-facts.ts';
import { connectionCard } from '../connections/connection-card.ts';
import { type DecisionAftermath, effectsSection } from '../execution/effects-card.ts';
import { publishLink } from '../publications/publish-link.ts';
import { secrecyLink } from '../secrecy/secrecy-link.ts';
import { sourceCard } from '../sources/source-card.ts';
import { texts } from './texts.ts';

export type DecisionFacts = {
  readonly decision: Decision;
  readonly aftermath: DecisionAftermath;
  readonly assignments: readonly Assignment[];
  readonly connections: readonly Connected[];
  readonly sources: readonly Source[];
  /** Where each principal stands to a joint decision; empty for a body that decides by itself. */
  readonly stands: readonly PrincipalStand[];
  readonly endorsements: readonly EndorsementOf[];
};

/** One decision: its clauses, where it was made, and which assignments it gives, changes or concerns. */
export function decisionPage(
  ctx: RequestContext,
  { decision, aftermath, assignments, connections, sources, stands, endorsements }: DecisionFacts,
): Page {
  const t = texts[ctx.language];
  const { item, body, state } = decision;
  return page({
    title: decision.title,
    ownHeading: true,
    crumbs: [
      ...(item ? [{ text: `${t.meeting} ${item.heldOn}`, href: recordAddress('meeting', item.meetingId) }] : []),
      { text: t.decision },
    ],
    body: html`<div class="page-head"><h1 lang="sv">${decision.title}</h1><div class="page-lead">${tag({ text: decisionStates[state][ctx.language], tone: state === 'made' ? 'ok' : 'neutral' })}<span><span lang="sv">${body.name}</span> · ${decidedWhen(ctx, decision)}</span></div></div>
${item ? null : notice(ctx, { tone: 'warning', title: t.hearsay, body: t.hearsayBody })}
${decision.immediatelyAdjusted ? notice(ctx, { tone: 'info', title: t.immediate, body: t.immediateBody }) : null}
<section><h2>${state === 'made' ? t.decided : t.proposal}</h2>${clauses(ctx, decision, sources.length > 0)}</section>
${standsSection(ctx, body.name, stands)}${effectsSection(ctx, decision, aftermath)}
<section><h2>${t.assignments}</h2>${concerned(ctx, decision, assignments)}</section>`,
    aside: [
      card({
        title: t.facts,
        body: summaryList(
          [
            { term: t.body, value: html`<a href="${recordAddress('body', body.id)}" lang="sv">${body.name}</a>` },
            { term: t.date, value: decidedWhen(ctx, decision) },
            {
              term: t.meeting,
              value:
                item && html`<a href="${recordAddress('meeting', item.meetingId)}">${ctx.format.date(item.heldOn)}</a>`,
            },
            {
              term: t.item,
              value:
                item &&
                html`<a href="${recordAddress('agendaItem', item.id, item.meetingId)}" lang="sv">${item.number ? t.itemNumber(item.number, item.title) : item.title}</a>`,
            },
            { term: t.note, value: decision.note && html`<span lang="sv">${decision.note}</span>` },
          ],
          { compact: true },
        ),
      }),
      stands.length > 0 || endorsements.length > 0
        ? endorsementCard(ctx, { noun: 'decision', id: decision.id }, endorsements)
        : null,
      publishLink(ctx, { noun: 'decision', id: decision.id, bodyId: body.id }),
      connectionCard(ctx, connections),
      sourceCard(ctx, sources),
      secrecyLink(ctx, { noun: 'beslut', id: decision.id, bodyId: body.id }),
    ],
  });
}

/** The day, month or year, no more exactly than it is known. */
function decidedWhen(ctx: RequestContext, { decidedOn, datePrecision }: Decision): string {
  if (!decidedOn) return texts[ctx.language].unknownDate;
  if (datePrecision === 'year') return decidedOn.slice(0, 4);
  return datePrecision === 'month' ? ctx.format.month(decidedOn) : ctx.format.date(decidedOn);
}

/** The clauses; a decision of officials is told in a sentence, which is its name, and only one that was read from elsewhere lacks its clauses. */
function clauses(ctx: RequestContext, decision: Decision, wasRead: boolean): Html {
  const t = texts[ctx.language];
  if (decision.clauses.length > 0)
    return html`<ol lang="sv">${decision.clauses.map((clause, index) => html`<li id="att-${index + 1}">${clause}</li>`)}</ol>`;
  if (decision.state === 'made' && decision.item && !wasRead) return html`<p lang="sv">${decision.title}</p>`;
  const mayRead = ctx.actor !== undefined && may(ctx.actor, 'intake.handIn');
  return emptyState({
    title: t.noClauses,
    body: t.noClausesBody,
    ...(mayRead && { action: linkButton({ text: t.readIn, href: '/las-in', variant: 'secondary' }) }),
  });
}

function concerned(ctx: RequestContext, decision: Decision, assignments: readonly Assignment[]): Html {
  const t = texts[ctx.language];
  if (assignments.length === 0) return html`<p>${t.noAssignments}</p>`;
  const kinds = new Map(decision.assignments.map(({ id, kind }) => [id as string, kind]));
  return table(ctx, {
    caption: t.assignments,
    captionHidden: true,
    columns: [
      { key: 'assignment', text: t.assignment },
      { key: 'kind', text: t.relation },
    ],
    rows: assignments.map(({ id, ref, title }) => {
      const kind = kinds.get(id);
      return {
        assignment: html`<a href="${recordAddress('assignment', id)}">${ref} <span lang="sv">${title}</span></a>`,
        kind: kind && decisionLinkKinds[kind][ctx.language],
      };
    }),
  });
}
