import {
  canKeepRecorded,
  confidenceLevelOf,
  confidenceLevels,
  type OpenQuestion,
  type Proposal,
  proposalStates,
  questionText,
  remarksOn,
} from '../../../domain/intake/index.ts';
import { type ButtonVariant, linkButton } from '../../components/button/button.ts';
import { postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { proposalCard } from '../../components/proposal-card/proposal-card.ts';
import { tickOf } from '../../components/review-desk/review-desk.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { attributes, type Content, type Html, html } from '../../html.ts';
import { differencesOf, fieldLabel, mayChoose } from './differences.ts';
import { editCard } from './edit-card.ts';
import { labelOf, proposalFacts, proposalTitle } from './proposal-words.ts';
import type { ReviewFacts } from './review-page.ts';
import { actionHref, reviewHref } from './review-query.ts';
import { texts } from './texts.ts';
import { changedFieldsOf } from './versions-page.ts';

/** The form that the boxes of the cards belong to. */
export const tickForm = 'markerade';

/** A proposal in the list of its file: one line, or, when it is the one looked at, all it says and what can be done with it. */
export function cardOf(ctx: RequestContext, proposal: Proposal, facts: ReviewFacts): Html {
  const { file, query, current, mayConfirm, editing } = facts;
  const title = proposalTitle(ctx, proposal);
  const isCurrent = proposal.id === current?.id;
  return proposalCard({
    id: `post-${proposal.id}`,
    title,
    ...(mayConfirm &&
      proposal.state === 'open' && {
        tick: tickOf({ form: tickForm, name: 'vald', value: proposal.id, label: texts[ctx.language].tick(title) }),
      }),
    href: reviewHref(file.id, { ...query, sida: undefined, nyss: undefined }, { post: proposal.id }),
    current: isCurrent,
    facts: factLine(ctx, proposal, remarksOn(proposal, file.problems).length, isCurrent),
    ...(isCurrent && {
      body: editing
        ? editCard(ctx, proposal, facts)
        : html`${summaryList(proposalFacts(ctx, proposal), { compact: true })}${sinceBefore(ctx, proposal, facts)}${remarks(ctx, proposal, facts)}${hindrances(ctx, proposal, facts)}${mayConfirm ? actionsFor(ctx, proposal, facts) : null}${wayAround(ctx, proposal, facts)}`,
    }),
  });
}

const tones: Readonly<Record<keyof typeof confidenceLevels, TagTone>> = { sure: 'ok', likely: 'part', unsure: 'late' };

/** How sure the reading was, as a word and a figure. */
export function confidenceTag(ctx: RequestContext, confidence: number): Html {
  const level = confidenceLevelOf(confidence);
  const word = confidenceLevels[level].label[ctx.language];
  return tag({ text: `${word} ${ctx.format.number(confidence, 2)}`, tone: tones[level] });
}

function factLine(ctx: RequestContext, proposal: Proposal, remarkCount: number, isCurrent: boolean): Html {
  const t = texts[ctx.language];
  const { state, confidence, type, source, rule } = proposal;
  return html`${state === 'open' ? confidenceTag(ctx, confidence) : tag({ text: proposalStates[state][ctx.language], tone: state === 'confirmed' ? 'ok' : 'neutral' })} <span>${labelOf(ctx, type)} · ${ctx.t.components.line.toLowerCase()} ${source.line}${remarkCount > 0 ? html` · ${t.remarks.toLowerCase()}: ${remarkCount}` : null}${isCurrent ? html` · ${t.rule} <code translate="no">${rule}</code>` : null}</span>`;
}

/** What the earlier version of the paper said here, when it said something else. */
function sinceBefore(ctx: RequestContext, proposal: Proposal, { comparison }: ReviewFacts): Content {
  const pair = comparison?.changed.find(({ later }) => later.id === proposal.id);
  if (!pair) return null;
  return html`<h4>${texts[ctx.language].versionChanged}</h4>${changedFieldsOf(ctx, pair)}`;
}

function remarks(ctx: RequestContext, proposal: Proposal, { file }: ReviewFacts): Content {
  const found = remarksOn(proposal, file.problems);
  if (found.length === 0) return null;
  return notice(ctx, {
    tone: 'warning',
    title: texts[ctx.language].remarks,
    body: html`<ul lang="sv">${found.map(({ message }) => html`<li>${message}</li>`)}</ul>`,
  });
}

/** What hinders the confirmation, and where the register says something else, both texts beside each other. */
function hindrances(ctx: RequestContext, proposal: Proposal, facts: ReviewFacts): Content {
  if (proposal.state !== 'open') return null;
  const { questions } = facts;
  const t = texts[ctx.language];
  const plain = questions.filter((one) => one.code !== 'differs' && one.code !== 'suggestion');
  const suggestion = questions.find((one) => one.code === 'suggestion');
  return html`${
    plain.length > 0
      ? notice(ctx, {
          tone: 'warning',
          title: t.toSettle,
          body: html`<ul>${plain.map((one) => html`<li>${questionWords(ctx, proposal, one)}${wayOut(ctx, one, facts)}</li>`)}</ul>`,
        })
      : null
  }${suggestion ? notice(ctx, { tone: 'info', body: questionWords(ctx, proposal, suggestion) }) : null}${differencesOf(ctx, proposal, facts)}`;
}

/** The proposal of the same file that has to come first, when there is one: the assignment of an answer, the meeting of an item. */
function wayOut(ctx: RequestContext, question: OpenQuestion, { file, proposals, query }: ReviewFacts): Content {
  const ref = String(question.values.ref ?? '').split(' ')[0];
  const first = proposals.find(
    ({ state, type, fields }) =>
      state === 'open' &&
      ((question.code === 'unknownAssignment' && type === 'assignment' && `${fields.year}:${fields.number}` === ref) ||
        (question.code === 'noMeeting' && type === 'meeting' && fields.cited !== true)),
  );
  if (!first) return null;
  const href = reviewHref(file.id, { tangenter: query.tangenter }, { post: first.id });
  return html` <a href="${href}" lang="sv">${proposalTitle(ctx, first)}</a>`;
}

/** An open question in words; a field is called by its label. */
export function questionWords(
  ctx: Pick<RequestContext, 'language'>,
  proposal: Proposal,
  question: OpenQuestion,
): string {
  const field = fieldLabel(ctx, proposal.type, String(question.values.field ?? ''));
  return questionText(field ? { ...question, values: { ...question.values, field: `”${field}”` } } : question)[
    ctx.language
  ];
}

function actionsFor(ctx: RequestContext, proposal: Proposal, facts: ReviewFacts): Html {
  const t = texts[ctx.language];
  const { file, query, questions } = facts;
  const title = proposalTitle(ctx, proposal);
  const to = (action: string) => actionHref(file.id, proposal.id, action, query);
  const keys = query.tangenter !== 'av';
  const act = (action: string, text: string, variant: ButtonVariant, shortcut?: string): Html =>
    postButton(ctx, {
      action: to(action),
      text,
      about: title,
      variant,
      version: proposal.version,
      ...(shortcut && keys && { shortcut }),
    });
  if (proposal.state !== 'open') return html`<div class="actions">${act('angra', t.undo, 'secondary', 'u')}</div>`;
  const hindered = questions.some((one) => one.code !== 'suggestion');
  const change = linkButton({
    text: t.change,
    href: to('andra'),
    about: title,
    variant: 'secondary',
    ...(keys && { shortcut: t.changeKey }),
  });
  return html`<div class="actions">${canKeepRecorded(proposal.type, questions) && !mayChoose(ctx, facts) ? act('behall', t.keepRegister, 'primary') : null}${act('bekrafta', t.confirm, hindered ? 'secondary' : 'primary', t.confirmKey)}${change}${act('avvisa', t.reject, 'secondary', t.rejectKey)}</div>`;
}

/** To the next and the previous of the choice, to the source where it lies below, and to the record it became. */
function wayAround(ctx: RequestContext, proposal: Proposal, facts: ReviewFacts): Html {
  const t = texts[ctx.language];
  const { chosen, file, query, places } = facts;
  const at = chosen.findIndex(({ id }) => id === proposal.id);
  const keys = query.tangenter !== 'av';
  const step = (to: Proposal | undefined, text: string, key: string): Content =>
    to
      ? html`<a href="${reviewHref(file.id, { ...query, sida: undefined, nyss: undefined }, { post: to.id })}"${attributes({ 'data-shortcut': keys && key, 'aria-keyshortcuts': keys && key })}>${text}${keys ? html` <kbd aria-hidden="true">${key.toUpperCase()}</kbd>` : null}</a>`
      : null;
  const place = proposal.record && places.get(proposal.record.id);
  const decided =
    proposal.decidedBy && proposal.decidedAt
      ? html`<span>${t.decidedBy(proposal.decidedBy, ctx.format.instant(proposal.decidedAt))}</span>`
      : null;
  return html`<p class="proposal-way">${place ? html`<a href="${place}">${t.openRecord}</a>` : null}${decided}<a href="#kalla">${t.showSource}</a>${step(chosen[at - 1], t.previous, 'k')}${step(chosen[at + 1], t.next, 'j')}</p>`;
}
