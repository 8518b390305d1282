import {
  agreeSteps,
  type Poll,
  type PollComment,
  type PollQuestion,
  type QuestionResult,
} from '../../../domain/polls/index.ts';
import { button } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { answerTexts } from './answer-texts.ts';
import { pollResults, shownComments } from './poll-results.ts';
import { answeredCount } from './poll-words.ts';

/** The questions of a poll for somebody who answers: no account, no script, nothing beside what is asked. */
export function answerPage(ctx: RequestContext, poll: Poll, action: string, state: FormState): Page {
  const t = answerTexts[ctx.language];
  return frame(
    poll,
    html`${poll.about ? html`<p lang="sv">${poll.about}</p>` : null}<p>${t.noName}</p>${form(ctx, {
      action,
      submit: t.send,
      state,
      body: html`${poll.questions.map((question) => questionField(ctx, question, state))}${groupField(ctx, poll, state)}`,
    })}`,
  );
}

function questionField(ctx: RequestContext, question: PollQuestion, state: FormState): Html {
  const t = answerTexts[ctx.language];
  const name = `svar.${question.id}`;
  if (question.kind === 'comment')
    return html`<div lang="sv">${field(ctx, { kind: 'textarea', rows: 4, name, label: question.prompt, hint: t.words, state })}</div>`;
  const options =
    question.kind === 'single'
      ? question.options.map((text, index) => ({ value: String(index + 1), text }))
      : agreeSteps.map((value) => ({ value, text: stepText(question, value) }));
  return html`<div lang="sv">${choices(ctx, { kind: 'radio', name, legend: question.prompt, options, state })}</div>`;
}

function stepText({ lowLabel, highLabel }: PollQuestion, value: (typeof agreeSteps)[number]): string {
  return value === '1' ? `1 – ${lowLabel}` : value === '5' ? `5 – ${highLabel}` : value;
}

function groupField(ctx: RequestContext, { groups, groupLabel }: Poll, state: FormState): Html | null {
  const t = answerTexts[ctx.language];
  if (groups.length === 0) return null;
  return html`<div lang="sv">${field(ctx, {
    kind: 'select',
    name: 'grupp',
    label: t.group(groupLabel ?? ''),
    empty: t.noGroup,
    options: groups.map(({ id, name }) => ({ value: id, text: name })),
    state,
  })}</div>`;
}

/** What one who has answered sees; on a shared telephone the next person can answer from here. */
export function thanksPage(ctx: RequestContext, poll: Poll, againHref: string | undefined): Page {
  const t = answerTexts[ctx.language];
  return frame(
    poll,
    html`${notice(ctx, { tone: 'success', title: t.thanks, body: t.thanksBody })}<p>${answeredCount(ctx, poll.ballots)}.</p>${againHref ? html`<p>${t.again} <a href="${againHref}">${t.answerAgain}</a></p>` : null}`,
  );
}

/** A code that was used before. */
export function usedPage(ctx: RequestContext, poll: Poll): Page {
  const t = answerTexts[ctx.language];
  return frame(poll, notice(ctx, { tone: 'success', title: t.usedTitle, body: t.usedBody }));
}

/** A poll that takes no answers yet. */
export function notYetPage(ctx: RequestContext, poll: Poll): Page {
  const t = answerTexts[ctx.language];
  const day = poll.opensOn === null ? t.notYetBody : t.notYetDay(ctx.format.dateWithWeekday(poll.opensOn));
  return frame(poll, notice(ctx, { tone: 'info', title: t.notYet, body: day }));
}

/** A poll that is over, with its result when that is published. */
export function overPage(
  ctx: RequestContext,
  poll: Poll,
  results: readonly QuestionResult[],
  comments: readonly PollComment[],
): Page {
  const t = answerTexts[ctx.language];
  if (poll.state !== 'published') return frame(poll, notice(ctx, { tone: 'info', title: t.over, body: t.overBody }));
  return frame(
    poll,
    html`${poll.about ? html`<p lang="sv">${poll.about}</p>` : null}<p>${answeredCount(ctx, poll.ballots)}.</p>${pollResults(ctx, poll, results, { level: 2 })}${comments.length > 0 ? shownComments(ctx, poll, comments, 2) : null}`,
  );
}

/** Asks for the code of a poll that is answered with codes. */
export function askCodePage(ctx: RequestContext, poll: Poll, action: string, unknown: boolean): Page {
  const t = answerTexts[ctx.language];
  const state: FormState = unknown ? { values: {}, problems: [{ path: 'kod', key: 'poll.codeUnknown' }] } : freshForm();
  return {
    ...frame(
      poll,
      html`<p>${t.needCode}.</p><form method="get" action="${action}" class="form">${field(ctx, { name: 'kod', label: t.code, hint: t.codeHint, width: 'short', state })}<div class="actions">${button({ text: t.goOn })}</div></form>`,
    ),
    ...(unknown && { status: 422 as const }),
  };
}

function frame(poll: Poll, body: Html): Page {
  return page({ title: poll.title, width: 'text', body: html`${body}` });
}
