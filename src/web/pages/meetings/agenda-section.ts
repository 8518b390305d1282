import { type Decision, decisionStates, mandateWarnings } from '../../../domain/decisions/index.ts';
import {
  type AgendaItem,
  doorReasons,
  doorsOf,
  itemCategories,
  type MeetingDetail,
  printedClauses,
} from '../../../domain/meetings/index.ts';
import type { DecidingPower } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { type AgendaDecision, agendaItem } from '../../components/agenda-item/agenda-item.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { postButton } from '../../components/form/form.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { connectionsUnder } from '../connections/connection-card.ts';
import { itemTasksLink } from '../execution/item-tasks-link.ts';
import { loopNotice, reportOnMaking } from '../execution/making-notice.ts';
import { secrecyPaths } from '../secrecy/secrecy-paths.ts';
import { texts as secrecyTexts } from '../secrecy/texts.ts';
import { sourceLines } from '../sources/source-places.ts';
import { texts as agendaTexts } from './agenda-texts.ts';
import { heldProceedings } from './held-proceedings.ts';
import { bodiesOf, type MeetingFacts, mayFor } from './meeting-facts.ts';
import { proceedingsOf } from './proceedings.ts';
import { mayMove } from './state-actions.ts';
import { texts } from './texts.ts';

/** The agenda: every item with what it dealt with and what was decided in it. */
export function agendaSection(ctx: RequestContext, facts: MeetingFacts): Html {
  const t = texts[ctx.language];
  const { meeting } = facts;
  const mayEdit = mayFor(ctx.actor, 'meeting.edit', meeting) && mayMove(meeting.state, 'changeAgenda');
  const add = mayEdit
    ? html`<div class="actions">${linkButton({ text: agendaTexts[ctx.language].open, href: `${recordAddress('meeting', meeting.id)}/dagordning`, variant: 'secondary' })}${linkButton({ text: t.addItem, href: `${recordAddress('meeting', meeting.id)}/punkter/ny`, variant: meeting.items.length === 0 ? 'primary' : 'secondary' })}</div>`
    : null;
  const linked = meeting.items.filter(({ assignments }) => assignments.length > 0).length;
  const body =
    meeting.items.length === 0
      ? emptyState({ title: t.noAgenda, body: mayEdit ? t.noAgendaBody : t.noAgendaReader, action: add })
      : html`<p class="soft">${t.linked(linked, meeting.items.length)}</p>${meeting.items.map((item, index) => drawItem(ctx, facts, item, index))}${add}`;
  return html`<section id="dagordning"><h2>${t.agenda}</h2>${body}</section>`;
}

function drawItem(ctx: RequestContext, facts: MeetingFacts, item: AgendaItem, index: number): Html {
  const t = texts[ctx.language];
  const { meeting, decisions, connections, places } = facts;
  if (facts.disqualifiedFrom.has(item.id))
    return agendaItem({
      id: item.id,
      number: item.number,
      title: item.title,
      category: itemCategories[item.category][ctx.language],
      facts: [],
      decisions: [],
      more: html`<p class="soft">${t.disqualifiedFrom}</p>`,
    });
  const lines = sourceLines(ctx, places, item.id);
  const mayLink = mayFor(ctx.actor, 'meeting.linkAssignment', meeting) && mayMove(meeting.state, 'linkAssignment');
  const own = decisions.filter((decision) => decision.item?.id === item.id);
  const substance = !['formal', 'questions'].includes(item.category);
  return agendaItem({
    id: item.id,
    number: item.number,
    title: item.title,
    category: itemCategories[item.category][ctx.language],
    facts: [
      ...(item.presenters.length > 0
        ? [{ label: t.presenters, value: html`<span lang="sv">${item.presenters.join(', ')}</span>` }]
        : []),
      ...(item.matter
        ? [
            {
              label: t.matter,
              value: html`<a href="${recordAddress('matter', item.matter.id)}">${item.matter.registrationNumber}</a>`,
            },
          ]
        : []),
      ...(item.assignments.length > 0
        ? [{ label: t.assignment, value: assignments(ctx, meeting, item, mayLink) }]
        : []),
      ...(item.documents.length > 0
        ? [
            {
              label: agendaTexts[ctx.language].basis,
              value: html`<ul lang="sv">${item.documents.map(({ id, title }) => html`<li><a href="${recordAddress('document', id)}">${title}</a></li>`)}</ul>`,
            },
          ]
        : []),
      ...(item.exercisesAuthority || item.doorsClosed || item.matter?.secret
        ? [{ label: t.doors, value: doorReasons[doorsOf(item, facts.rules)][ctx.language] }]
        : []),
      ...(lines ? [{ label: t.sources, value: lines }] : []),
    ],
    summary: item.summary,
    decisions: own.map((decision) => drawDecision(ctx, facts, decision)),
    gap: item.assignments.length === 0 && own.length === 0 && substance && mayLink ? t.notLinked : null,
    more: html`${proceedingsOf(ctx, item)}${heldProceedings(ctx, facts.proceedings.get(item.id))}${connectionsUnder(ctx, connections.get(item.id))}${itemTasksLink(ctx, meeting, item)}${onMaking(ctx, facts, own)}`,
    actions: actions(ctx, meeting, item, index, mayLink),
  });
}

/** What making the proposed decisions of an item will do, with what is remarked on the report that it approves. */
function onMaking(ctx: RequestContext, facts: MeetingFacts, own: readonly Decision[]): Html {
  const of = <T extends { readonly decisionId: string }>(effects: readonly T[]) =>
    effects.filter(({ decisionId }) => own.some(({ id }) => id === decisionId));
  return html`${of(facts.onMaking).map((one) => reportOnMaking(ctx, one))}${loopNotice(ctx, of(facts.loop))}`;
}

function assignments(ctx: RequestContext, meeting: MeetingDetail, item: AgendaItem, mayLink: boolean): Html {
  const t = texts[ctx.language];
  return html`<ul>${item.assignments.map((one) => {
    const ref = one.number === null ? String(one.year) : `${one.year}:${one.number}`;
    const unlink = mayLink
      ? html` ${postButton(ctx, {
          action: `${itemPath(meeting, item)}/uppdrag/ta-bort`,
          text: t.unlink,
          about: t.unlinkAbout(ref, item.title),
          variant: 'quiet',
          fields: { assignmentId: one.id },
        })}`
      : null;
    return html`<li><a href="${recordAddress('assignment', one.id)}">${ref} <span lang="sv">${one.title}</span></a>${one.note ? html` <span class="soft" lang="sv">(${one.note})</span>` : null}${unlink}</li>`;
  })}</ul>`;
}

/** The address below which an item's forms lie. */
export function itemPath(meeting: { readonly id: string }, item: { readonly id: string }): string {
  return `${recordAddress('meeting', meeting.id)}/punkter/${item.id}`;
}

function actions(
  ctx: RequestContext,
  meeting: MeetingDetail,
  item: AgendaItem,
  index: number,
  mayLink: boolean,
): Content {
  const t = texts[ctx.language];
  const path = itemPath(meeting, item);
  const about = t.itemAbout(item.title);
  const link = (text: string, href: string) => linkButton({ text, href, about, variant: 'quiet' });
  const mayEdit = mayFor(ctx.actor, 'meeting.edit', meeting) && mayMove(meeting.state, 'changeAgenda');
  const mayDecide = mayFor(ctx.actor, 'decision.record', meeting) && meeting.state !== 'cancelled';
  const move = (direction: 'earlier' | 'later', text: string) =>
    postButton(ctx, {
      action: `${path}/flytta`,
      text,
      about,
      variant: 'quiet',
      version: item.version,
      fields: { direction },
    });
  const all = [
    mayLink && link(t.linkAssignment, `${path}/uppdrag`),
    mayDecide && link(t.recordDecision, `${path}/beslut`),
    mayEdit && link(t.changeItem, path),
    mayEdit && index > 0 && move('earlier', t.moveEarlier),
    mayEdit && index < meeting.items.length - 1 && move('later', t.moveLater),
    mayEdit && link(t.removeItem, `${path}/ta-bort`),
    mayFor(ctx.actor, 'secrecy.mark', meeting) &&
      link(secrecyTexts[ctx.language].markThis, `${secrecyPaths.mark}/arendepunkt/${item.id}`),
  ].filter(Boolean);
  return all.length > 0 ? all : null;
}

function drawDecision(ctx: RequestContext, { meeting, mandates }: MeetingFacts, decision: Decision): AgendaDecision {
  const t = texts[ctx.language];
  const made = decision.state === 'made';
  const warnings = warningsOf(mandates.get(decision.body.id) ?? 'yes', decision.clauses);
  const path = `${recordAddress('meeting', meeting.id)}/beslut/${decision.id}`;
  const about = t.decisionAbout(decision.title);
  const mayRecord =
    mayFor(ctx.actor, 'decision.record', meeting) && bodiesOf(meeting).some(({ id }) => id === decision.body.id);
  return {
    id: decision.id,
    title: decision.title,
    href: recordAddress('decision', decision.id),
    state: tag({ text: decisionStates[decision.state][ctx.language], tone: made ? 'ok' : 'neutral' }),
    lead: made ? t.decides(decision.body.name) : t.proposes(decision.body.name),
    clauses: printedClauses(decision.clauses).map((text, index) => {
      const key = warnings.get(index);
      return {
        text,
        ...(key && { warning: key === 'decision.byDelegationOnly' ? t.outsideDelegation : t.outsideMandate }),
      };
    }),
    notes: html`${decision.clauses.length === 0 ? html`<p class="soft">${t.noClauses}</p>` : null}${decision.immediatelyAdjusted && made ? html`<p class="soft">${t.immediatelyAdjusted}</p>` : null}`,
    actions:
      mayRecord && !made
        ? html`${linkButton({ text: t.makeDecision, about, href: `${path}/fatta`, variant: 'secondary' })}${linkButton({ text: t.changeDecision, about, href: path, variant: 'quiet' })}${linkButton({ text: t.withdrawDecision, about, href: `${path}/ta-bort`, variant: 'quiet' })}`
        : null,
  };
}

/** The clauses that go beyond what the body may decide, by their place. */
export function warningsOf(power: DecidingPower, clauses: readonly string[]): ReadonlyMap<number, string> {
  return new Map(mandateWarnings(power, clauses).map(({ path, key }) => [Number(path.split('.')[1]), key]));
}
