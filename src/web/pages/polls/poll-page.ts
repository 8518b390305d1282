import { may } from '../../../domain/access/index.ts';
import {
  type Poll,
  type PollComment,
  type PollMove,
  pollAccesses,
  pollMoves,
  pollQuestionKinds,
  pollTransitions,
  type QuestionResult,
} from '../../../domain/polls/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { isAllowedIn } from '../../../kernel/transition-table.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { exportLinks } from '../../components/export-links/export-links.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { moveButtons } from '../../components/move-buttons/move-buttons.ts';
import { qrCode } from '../../components/qr-code/qr-code.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { pollResults, shownComments } from './poll-results.ts';
import { answerAddress, answeredCount, openDays, pollCrumbs, pollTag } from './poll-words.ts';
import { texts } from './texts.ts';

/** What the page of a poll shows. */
export type PollFacts = {
  readonly poll: Poll;
  readonly results: readonly QuestionResult[];
  readonly comments: readonly PollComment[];
  readonly used: number;
};

/** One poll for those who run it or look at it: its questions while it is drafted, then its address, then its result. */
export function pollPage(ctx: RequestContext, facts: PollFacts, state: FormState = freshForm()): Page {
  const { poll, results } = facts;
  const { actor } = ctx;
  const mayEdit = actor !== undefined && may(actor, 'poll.edit', poll.body.id);
  const codes = mayEdit && poll.access === 'links' ? codesCard(ctx, facts, state) : null;
  // An open poll by codes that has none cannot be answered by anybody: the codes come before every other step.
  const awaitsCodes = poll.state === 'open' && poll.linksMade === 0;
  const asked = poll.state === 'draft' || results.every(({ all }) => all === 'few');
  return page({
    title: poll.title,
    crumbs: pollCrumbs(ctx, undefined, poll.title),
    lead: html`${pollTag(ctx, poll.state)}<span lang="sv">${poll.body.name}</span>${poll.state === 'draft' ? null : html`<span>${answeredCount(ctx, poll.ballots)}</span>`}`,
    body: html`${errorSummary(ctx, state)}${poll.about ? html`<p lang="sv">${poll.about}</p>` : null}
${poll.state === 'draft' ? null : resultSection(ctx, facts)}
${poll.state === 'draft' ? null : commentSection(ctx, facts, mayEdit)}
${asked ? questionSection(ctx, poll, mayEdit && poll.state === 'draft') : null}`,
    aside: html`${awaitsCodes ? codes : null}${mayEdit ? stepCard(ctx, poll) : null}${factsCard(ctx, facts, mayEdit)}${poll.state === 'open' && poll.access === 'open' ? addressCard(ctx, poll) : null}${awaitsCodes ? null : codes}`,
  });
}

function resultSection(ctx: RequestContext, { poll, results }: PollFacts): Html {
  const t = texts[ctx.language];
  const href = recordAddress('poll', poll.id);
  const none = results.every(({ all }) => all === 'few');
  return html`<section id="resultat"><h2>${t.result}</h2>${poll.state === 'open' ? html`<p class="soft">${t.stepNote}</p>` : null}${
    none
      ? emptyState({ title: t.noResult, body: t.noResultBody })
      : html`${pollResults(ctx, poll, results, { goals: true })}${exportLinks(ctx, { href: (format) => `${href}/resultat/${format}`, what: poll.title })}`
  }</section>`;
}

function commentSection(ctx: RequestContext, { poll, comments }: PollFacts, mayEdit: boolean): Html | null {
  const t = texts[ctx.language];
  if (!poll.questions.some(({ kind }) => kind === 'comment')) return null;
  const choose = mayEdit && poll.state === 'closed' && comments.length > 0;
  return html`<section id="kommentarer"><h2>${t.comments}</h2>${
    choose
      ? form(ctx, {
          action: `${recordAddress('poll', poll.id)}/kommentarer`,
          submit: t.save,
          variant: 'secondary',
          version: poll.version,
          body: choices(ctx, {
            kind: 'checkbox',
            name: 'valda',
            legend: t.chooseComments,
            hint: t.chooseCommentsBody,
            options: comments.map(({ id, comment }) => ({ value: id, text: comment })),
            state: freshForm({ valda: comments.filter(({ chosen }) => chosen).map(({ id }) => id) }),
          }),
        })
      : shownComments(ctx, poll, comments)
  }</section>`;
}

function questionSection(ctx: RequestContext, poll: Poll, mayChange: boolean): Html {
  const t = texts[ctx.language];
  const href = recordAddress('poll', poll.id);
  const add = mayChange
    ? html`<div class="actions">${linkButton({ text: t.addQuestion, href: `${href}/fragor/ny`, variant: 'secondary' })}</div>`
    : null;
  if (poll.questions.length === 0)
    return html`<section id="fragor"><h2>${t.questions}</h2>${emptyState({ title: t.noQuestions, body: t.noQuestionsBody, action: add })}</section>`;
  return html`<section id="fragor"><h2>${t.questions}</h2><ol>${poll.questions.map((question, index) => {
    const own = `${href}/fragor/${question.id}`;
    const step = (direction: 'up' | 'down') => ({ action: `${own}/flytta`, fields: { riktning: direction } });
    return html`<li><p><strong lang="sv">${question.prompt}</strong><br><span class="soft">${pollQuestionKinds[question.kind][ctx.language]}${question.kind === 'single' ? html`: <span lang="sv">${ctx.format.list(question.options)}</span>` : null}${question.goal ? html` · <a href="${recordAddress('goal', question.goal.id)}" lang="sv">${question.goal.heading}</a>` : null}</span></p>${
      mayChange
        ? html`<div class="actions">${moveButtons(ctx, {
            about: question.prompt,
            version: poll.version,
            up: index > 0 ? step('up') : undefined,
            down: index < poll.questions.length - 1 ? step('down') : undefined,
          })}<a href="${own}">${t.changeThis}<span class="sr-only"> ${question.prompt}</span></a>${postButton(ctx, { action: `${own}/ta-bort`, text: t.remove, variant: 'quiet', version: poll.version, about: question.prompt })}</div>`
        : null
    }</li>`;
  })}</ol>${add}</section>`;
}

function stepCard(ctx: RequestContext, poll: Poll): Html | null {
  const t = texts[ctx.language];
  const move = pollMoves.find((one) => isAllowedIn(pollTransitions, poll.state, one));
  if (!move) return null;
  const words = { open: [t.openNow, t.openBody], close: [t.close, t.closeBody], publish: [t.publish, t.publishBody] };
  const [text, body] = words[move satisfies PollMove];
  return card({
    title: t.next,
    tone: 'current',
    body: html`<p>${body}</p>${postButton(ctx, { action: `${recordAddress('poll', poll.id)}/steg`, text: text!, version: poll.version, fields: { steg: move } })}`,
  });
}

function factsCard(ctx: RequestContext, { poll }: PollFacts, mayEdit: boolean): Html {
  const t = texts[ctx.language];
  const href = recordAddress('poll', poll.id);
  return card({
    title: t.poll,
    body: html`${summaryList(
      [
        { term: t.access, value: pollAccesses[poll.access][ctx.language] },
        { term: t.when, value: openDays(ctx, poll) },
        {
          term: t.meeting,
          value:
            poll.meeting &&
            html`<a href="${recordAddress('meeting', poll.meeting.id)}">${ctx.format.date(poll.meeting.heldOn)}</a>`,
        },
        {
          term: t.dialogue,
          value:
            poll.dialogue &&
            html`<a href="${recordAddress('dialogue', poll.dialogue.id)}" lang="sv">${poll.dialogue.title}</a>`,
        },
        {
          term: poll.groupLabel ?? t.groups,
          value:
            poll.groups.length > 0 &&
            html`<span lang="sv">${ctx.format.list(poll.groups.map(({ name }) => name))}</span>`,
        },
      ],
      { compact: true },
    )}<p>${
      poll.state === 'draft'
        ? mayEdit && html`<a href="${href}/andra">${t.change}</a>`
        : html`<a href="${href}/skarm">${t.screen}</a>`
    }</p>${poll.state === 'open' || poll.state === 'published' ? html`<p><a href="/o/${poll.code}">${t.preview}</a></p>` : null}`,
  });
}

function addressCard(ctx: RequestContext, poll: Poll): Html {
  const t = texts[ctx.language];
  return card({
    title: t.address,
    body: html`${qrCode({ id: 'qr', address: answerAddress(ctx, poll.code), title: t.scan })}<p><a href="${recordAddress('poll', poll.id)}/affisch">${t.poster}</a></p>`,
  });
}

function codesCard(ctx: RequestContext, { poll, used }: PollFacts, state: FormState): Html | null {
  const t = texts[ctx.language];
  if (!isAllowedIn(pollTransitions, poll.state, 'makeLinks')) return null;
  return card({
    title: t.codes,
    body: html`<p>${poll.linksMade === 0 ? t.noCodes : t.codesUsed(ctx.format.number(used), ctx.format.number(poll.linksMade))}</p>${form(
      ctx,
      {
        action: `${recordAddress('poll', poll.id)}/koder`,
        submit: t.makeCodes,
        variant: 'secondary',
        body: field(ctx, { kind: 'number', name: 'count', label: t.codeCount, state }),
      },
    )}`,
  });
}
