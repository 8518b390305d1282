import { may } from '../../../domain/access/index.ts';
import {
  type Consultation,
  type ConsultationResponse,
  consultationStates,
  isAnswered,
  stances,
} from '../../../domain/consultations/index.ts';
import type { SourcePlace } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext, Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationPaths, collaborationTabs } from '../collaboration/collaboration-tabs.ts';
import type { ConnectionsOf } from '../connections/connected-facts.ts';
import { connectionCardOfAll, connectionsUnder } from '../connections/connection-card.ts';
import { sourceDocumentsCard, sourceLines } from '../sources/source-places.ts';
import { answerLink, punctualityTag, roundActions, roundCard } from './round-parts.ts';
import { texts } from './texts.ts';

/** Every consultation, with how many have answered and how they stand. */
export function consultationListPage(ctx: RequestContext, consultations: readonly Consultation[]): Page {
  const t = texts[ctx.language];
  return page({
    title: t.room,
    lead: t.lead,
    body: html`${collaborationTabs(ctx, 'consultations')}${
      ctx.actor && may(ctx.actor, 'matter.edit')
        ? html`<div class="actions">${linkButton({ text: t.add, href: `${collaborationPaths.consultations}/ny`, variant: 'secondary' })}</div>`
        : null
    }${
      consultations.length === 0
        ? emptyState({ title: t.none, body: t.noneBody, action: linkButton({ text: t.readIn, href: '/las-in' }) })
        : table(ctx, {
            caption: t.title,
            captionHidden: true,
            columns: [
              { key: 'title', text: t.consultation },
              { key: 'state', text: t.state },
              { key: 'due', text: t.dueOn, kind: 'date' },
              { key: 'answered', text: t.answered },
              { key: 'stances', text: t.stances },
            ],
            rows: consultations.map((one) => ({
              title: html`<a href="${recordAddress('consultation', one.id)}" lang="sv">${one.title}</a>`,
              state: consultationStates[one.state][ctx.language],
              due: one.dueOn ? ctx.format.shortDate(one.dueOn) : '–',
              answered: t.answeredOf(one.responses.filter(isAnswered).length, one.responses.length),
              stances: stanceCounts(ctx, one.responses)
                .map(({ text, count }) => `${count} ${text}`)
                .join(', '),
            })),
          })
    }`,
  });
}

export type ConsultationFacts = {
  readonly consultation: Consultation;
  readonly connections: ConnectionsOf;
  readonly places: readonly SourcePlace[];
};

/** One consultation: how the respondents stand in all, and what each answered. */
export function consultationPage(ctx: RequestContext, { consultation, connections, places }: ConsultationFacts): Page {
  const t = texts[ctx.language];
  const { title, responses, state } = consultation;
  const sent = state === 'sent';
  return page({
    title,
    ownHeading: true,
    crumbs: [
      { text: t.room, href: collaborationPaths.agreements },
      { text: t.title, href: collaborationPaths.consultations },
      { text: title },
    ],
    body: html`<div class="page-head"><h1 lang="sv">${title}</h1><div class="page-lead">${t.answered}: ${t.answeredOf(responses.filter(isAnswered).length, responses.length)}</div></div>
${roundActions(ctx, consultation)}${table(ctx, {
  caption: t.responses,
  columns: [
    { key: 'respondent', text: t.respondent },
    { key: 'stance', text: t.stance },
    { key: 'comment', text: t.comment },
    { key: 'sender', text: t.sender },
    { key: 'received', text: t.received, kind: 'date' },
    ...(sent ? [{ key: 'punctuality' as const, text: t.punctuality }] : []),
  ],
  rowIds: responses.map(({ id }) => `svar-${id}`),
  rows: responses.map((one) => ({
    respondent: html`<span lang="sv">${one.respondent}</span><br>${state === 'recorded' ? sourceLines(ctx, places, one.id) : answerLink(ctx, consultation, one)}`,
    stance: stanceTag(ctx, one),
    comment: html`${one.comment ? html`<span lang="sv">${one.comment}</span>` : '–'}${connectionsUnder(ctx, connections.get(one.id))}`,
    sender: one.sender ? html`<span lang="sv">${one.sender}</span>` : '–',
    received: one.receivedOn ? ctx.format.shortDate(one.receivedOn) : '–',
    punctuality: sent ? punctualityTag(ctx, consultation, one) : '–',
  })),
})}`,
    aside: html`${roundCard(ctx, consultation)}${card({
      title: t.stances,
      body: summaryList(
        stanceCounts(ctx, responses).map(({ text, count }) => ({ term: text, value: ctx.format.number(count) })),
        { compact: true },
      ),
    })}${connectionCardOfAll(ctx, connections)}${sourceDocumentsCard(ctx, places)}`,
  });
}

const tones: Readonly<Record<string, TagTone>> = { supports: 'ok', opposes: 'late' };

function stanceTag(ui: Ui, response: ConsultationResponse): Html {
  return tag({ text: stanceWords(ui, response), tone: tones[response.stance ?? ''] ?? 'unknown' });
}

/** The stance in words: a code of the table, or the words of the source where they are no code. */
function stanceWords({ language }: Ui, response: ConsultationResponse): string {
  const { stance } = response;
  if (stance && Object.hasOwn(stances, stance)) return stances[stance as keyof typeof stances][language];
  return stance ?? texts[language][isAnswered(response) ? 'noStance' : 'noAnswer'];
}

/** How many take each stance, the most common first. */
function stanceCounts(ui: Ui, responses: readonly ConsultationResponse[]) {
  const byWords = Map.groupBy(responses, (one) => stanceWords(ui, one));
  return [...byWords].map(([text, own]) => ({ text, count: own.length })).toSorted((a, b) => b.count - a.count);
}
