import { may } from '../../../domain/access/index.ts';
import {
  type Attachment,
  areAnswersShown,
  type Consultation,
  type ConsultationResponse,
  consultationStates,
  type DecisionStation,
  isAnswered,
  isStance,
  matrixOf,
  type RemittedDocument,
  stances,
  withoutWords,
} from '../../../domain/consultations/index.ts';
import type { SourcePlace } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext, Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { collaborationPaths, collaborationTabs } from '../collaboration/collaboration-tabs.ts';
import type { ConnectionsOf } from '../connections/connected-facts.ts';
import { connectionCardOfAll, connectionsUnder } from '../connections/connection-card.ts';
import { publishLink } from '../publications/publish-link.ts';
import { releaseLink } from '../releases/release-link.ts';
import { sourceDocumentsCard, sourceLines } from '../sources/source-places.ts';
import { documentsCard, pathSection } from './round-cards.ts';
import { consultationCrumbs } from './round-crumbs.ts';
import { answerLink, mayAct, punctualityTag, roundActions, roundCard } from './round-parts.ts';
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
              stances: areAnswersShown(one, ctx.services.runtime.today(), mayAct(ctx, one))
                ? stanceCounts(ctx, one.responses)
                    .map(({ text, count }) => `${count} ${text}`)
                    .join(', ')
                : html`<span class="soft">${t.shownLater}</span>`,
            })),
          })
    }`,
  });
}

export type ConsultationFacts = {
  readonly consultation: Consultation;
  readonly connections: ConnectionsOf;
  readonly places: readonly SourcePlace[];
  readonly documents: readonly RemittedDocument[];
  readonly attachments: ReadonlyMap<string, readonly Attachment[]>;
  readonly path: readonly DecisionStation[];
  /** Whether the reader may see what was answered: its keepers at once, everybody after the last day. */
  readonly shown: boolean;
};

/** One consultation: the matrix of seed 001 with everybody who was asked, how they stand in all, and the way to the decision. */
export function consultationPage(ctx: RequestContext, facts: ConsultationFacts): Page {
  const t = texts[ctx.language];
  const { connections, places, path, shown } = facts;
  const consultation = shown ? facts.consultation : withoutWords(facts.consultation);
  const { title, responses } = consultation;
  const href = recordAddress('consultation', consultation.id);
  const keeps = mayAct(ctx, consultation);
  return page({
    title,
    ownHeading: true,
    width: 'wide',
    crumbs: consultationCrumbs(ctx, title),
    body: html`<div class="page-head"><h1 lang="sv">${title}</h1><div class="page-lead">${t.answered}: ${t.answeredOf(facts.consultation.responses.filter(isAnswered).length, responses.length)}</div></div>
${roundActions(ctx, consultation)}${shown ? null : notice(ctx, { tone: 'info', body: t.notShown })}${matrixTable(ctx, facts, consultation)}${
  consultation.state === 'draft'
    ? null
    : html`${exportLinks(ctx, { href: (format) => `${href}/sammanstallning.${format}`, what: t.matrix })}<p><a href="${href}/sammanstallning.pdf">${t.asPdf}</a> · <a href="${href}/sammanstallning.docx">${t.asDocx}</a></p>`
}${pathSection(ctx, consultation, path)}`,
    aside: html`${consultation.state === 'draft' ? null : publishLink(ctx, { noun: 'consultation', id: consultation.id, bodyId: consultation.body?.id ?? null })}${consultation.state === 'recorded' || consultation.closedOn ? releaseLink(ctx, { noun: 'remiss', id: consultation.id, bodyId: consultation.body?.id ?? null }) : null}${roundCard(ctx, consultation)}${documentsCard(ctx, consultation, facts.documents)}${shown ? stanceCard(ctx, responses) : null}${
      keeps || consultation.accountPublishedOn || consultation.state === 'recorded'
        ? card({
            title: t.account,
            body: html`<p>${t.accountLead}</p><p><a href="${href}/redogorelse">${t.account}</a></p>`,
          })
        : null
    }${connectionCardOfAll(ctx, connections)}${sourceDocumentsCard(ctx, places)}`,
  });
}

/** How many take each stance; left out while the answers are not shown, because a sum tells of them too. */
function stanceCard(ctx: RequestContext, responses: readonly ConsultationResponse[]): Html {
  return card({
    title: texts[ctx.language].stances,
    body: summaryList(
      stanceCounts(ctx, responses).map(({ text, count }) => ({ term: text, value: ctx.format.number(count) })),
      { compact: true },
    ),
  });
}

function matrixTable(ctx: RequestContext, facts: ConsultationFacts, consultation: Consultation): Html {
  const t = texts[ctx.language];
  const { connections, places, attachments } = facts;
  const { responses, state } = consultation;
  const sent = state === 'sent' || state === 'closed';
  const rows = matrixOf(consultation);
  return table(ctx, {
    caption: t.responses,
    columns: [
      { key: 'respondent', text: t.respondent },
      { key: 'received', text: t.inkom, kind: 'date' },
      { key: 'from', text: t.from },
      { key: 'supports', text: t.supportsColumn },
      { key: 'opposes', text: t.opposesColumn },
      { key: 'words', text: t.words },
      ...(sent ? [{ key: 'punctuality' as const, text: t.punctuality }] : []),
    ],
    rowIds: responses.map(({ id }) => `svar-${id}`),
    rows: responses.map((one, index) => {
      const row = rows[index]!;
      return {
        respondent: html`<span lang="sv">${one.respondent}</span>${state === 'recorded' ? html`<br>${sourceLines(ctx, places, one.id)}` : answerLink(ctx, consultation, one)}`,
        received: row.received ? ctx.format.shortDate(row.received) : '',
        from: row.from ? html`<span lang="sv">${row.from}</span>` : '',
        supports: mark(ctx, row.supports, 'supports'),
        opposes: mark(ctx, row.opposes, 'opposes'),
        words: html`${otherStance(ctx, one)}${
          row.withheld
            ? html`<span class="soft">${t.withheld}</span>`
            : row.words.split('\n').map((line) => (line ? html`<p lang="sv">${line}</p>` : null))
        }${facts.shown ? attachmentLines(ctx, consultation, row.withheld ? [] : (attachments.get(one.id) ?? [])) : null}${connectionsUnder(ctx, connections.get(one.id))}`,
        punctuality: sent ? punctualityTag(ctx, facts.consultation, facts.consultation.responses[index]!) : '–',
      };
    }),
  });
}

/** The cross of seed 001, heard as the stance it stands for. */
function mark(ctx: RequestContext, stands: boolean, stance: 'supports' | 'opposes'): Html | string {
  return stands
    ? html`<span aria-hidden="true">X</span><span class="sr-only">${stances[stance][ctx.language]}</span>`
    : '';
}

/** A stance without a column of its own, above the words; a source that said none says nothing. */
function otherStance(ctx: RequestContext, { stance }: ConsultationResponse): Html | null {
  if (stance === null || stance === 'supports' || stance === 'opposes') return null;
  const text = isStance(stance) ? stances[stance][ctx.language] : stance;
  return html`<p class="soft">${text}</p>`;
}

function attachmentLines(ctx: RequestContext, { id }: Consultation, own: readonly Attachment[]): Html | null {
  const sent = own.filter((one) => one.sent);
  if (sent.length === 0) return null;
  const t = texts[ctx.language];
  return html`<p class="soft">${t.attachments}: ${sent.map(
    (one, index) =>
      html`${index > 0 ? ', ' : ''}<a href="${recordAddress('consultation', id)}/bilaga/${one.id}">${one.fileName}</a>`,
  )}</p>`;
}

/** The stance in words: a code of the table, or the words of the source where they are no code. */
function stanceWords({ language }: Ui, response: ConsultationResponse): string {
  const { stance } = response;
  if (isStance(stance)) return stances[stance][language];
  return stance ?? texts[language][isAnswered(response) ? 'noStance' : 'noAnswer'];
}

/** How many take each stance, the most common first. */
function stanceCounts(ui: Ui, responses: readonly ConsultationResponse[]) {
  const byWords = Map.groupBy(responses, (one) => stanceWords(ui, one));
  return [...byWords].map(([text, own]) => ({ text, count: own.length })).toSorted((a, b) => b.count - a.count);
}
