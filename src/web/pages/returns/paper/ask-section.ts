import { printedCode, type Question, questionsOf } from '../../../../domain/forms/index.ts';
import { type AnswerToAsk, askReasons } from '../../../../domain/returns/index.ts';
import { linkButton } from '../../../components/button/button.ts';
import { postButton } from '../../../components/form/form.ts';
import { shownAnswer } from '../../../components/form-question/shown-answer.ts';
import { linkList } from '../../../components/link-list/link-list.ts';
import { tag } from '../../../components/tag/tag.ts';
import type { RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { sourceLines } from '../../sources/source-places.ts';
import { questionPath } from '../work/report-address.ts';
import { paperPath } from './paper-address.ts';
import type { PaperFacts } from './paper-page.ts';
import { paperTexts } from './paper-texts.ts';

/** What the paper does not answer surely, question by question: what it shows, what it points to, and the ways to answer. */
export function askSection(
  ctx: RequestContext,
  facts: PaperFacts,
  asks: readonly AnswerToAsk[],
  mayTake: boolean,
): Html {
  const t = paperTexts[ctx.language];
  const questions = new Map(questionsOf(facts.report.response.formVersion.structure).map((one) => [one.code, one]));
  const groups = [...Map.groupBy(asks, ({ question }) => question)];
  return html`<section aria-labelledby="fraga-om"><h2 id="fraga-om">${t.askTitle}</h2>${
    groups.length === 0
      ? html`<p>${t.askNone}</p>`
      : html`<p>${t.askBody}</p>${groups.map(([code, own]) => oneQuestion(ctx, facts, { code, own, question: questions.get(code) }, mayTake))}`
  }</section>`;
}

type Asked = {
  readonly code: string;
  readonly own: readonly AnswerToAsk[];
  readonly question: Question | undefined;
};

function oneQuestion(ctx: RequestContext, facts: PaperFacts, { code, own, question }: Asked, mayTake: boolean): Html {
  const t = paperTexts[ctx.language];
  const number = printedCode(code);
  return html`<h3>${t.question(number)}${question ? html` <span lang="sv">${question.text}</span>` : null}</h3>
<p>${sourceLines(ctx, facts.places, own[0]!.formAnswerId)}</p>
${linkList(own.map((ask) => oneAsk(ctx, facts, ask, question, mayTake)))}
${question ? html`<p>${linkButton({ text: t.answerIt, about: t.aboutQuestion(number), href: questionPath(facts.report.id, code), variant: 'quiet' })}</p>` : null}`;
}

function oneAsk(
  ctx: RequestContext,
  facts: PaperFacts,
  ask: AnswerToAsk,
  question: Question | undefined,
  mayTake: boolean,
) {
  const t = paperTexts[ctx.language];
  const { report, formReturn } = facts;
  const row = rowText(question, ask.row);
  const about = [t.aboutQuestion(printedCode(ask.question)), row].filter(Boolean).join(', ');
  return {
    title: row
      ? html`<span lang="sv">${row}</span>`
      : html`${tag({ text: askReasons[ask.reason][ctx.language], tone: 'unknown' })}`,
    note: row ? tag({ text: askReasons[ask.reason][ctx.language], tone: 'unknown' }) : undefined,
    detail: html`${ask.shown ? html`<p><span class="soft">${t.shown}</span> <span lang="sv">${ask.shown}</span></p>` : null}${hint(ctx, ask, question)}`,
    buttons:
      ask.hint && mayTake
        ? postButton(ctx, {
            action: `${paperPath(report.id, formReturn.id)}/svar`,
            text: t.confirm,
            about,
            variant: 'secondary',
            version: report.response.answers[ask.question]?.version ?? 0,
            fields: { question: ask.question, ...(ask.row !== null && { row: ask.row }) },
          })
        : undefined,
  };
}

function rowText(question: Question | undefined, row: string | null): string | null {
  if (row === null || question?.answer.kind !== 'matrix') return null;
  return question.answer.rows.find(({ code }) => code === row)?.text ?? row;
}

/** The answer that the paper points to, and on what ground. */
function hint(ctx: RequestContext, { hint: pointed, row }: AnswerToAsk, question: Question | undefined): Content {
  const t = paperTexts[ctx.language];
  if (!pointed || !question) return null;
  const sure = pointed.certainty === null ? null : t.certainty(ctx.format.percent(pointed.certainty));
  const grounds = html`<span class="soft">${sure}${pointed.because ? html`: <span lang="sv">${pointed.because}</span>` : null}</span>`;
  if (row !== null && pointed.value.kind === 'matrix' && question.answer.kind === 'matrix') {
    const chosen = pointed.value.rows[row];
    const option = question.answer.options.find(({ code }) => code === chosen?.option);
    return html`<p><span class="soft">${t.pointsTo}</span> <strong lang="sv">${option?.text}</strong> ${grounds}</p>`;
  }
  return html`<div><span class="soft">${t.pointsTo}</span> ${shownAnswer(ctx, question, { value: pointed.value, comment: null })}${grounds}</div>`;
}
