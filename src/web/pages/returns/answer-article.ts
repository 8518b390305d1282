import { answerReadings, questionKinds } from '../../../domain/forms/index.ts';
import {
  choicesOf,
  conditionOf,
  detailsOf,
  type FormAnswer,
  isUnknown,
  readingOf,
  rowsOf,
  type ShownChoice,
  subQuestionsOf,
} from '../../../domain/returns/index.ts';
import { formQuestion, type QuestionOption } from '../../components/form-question/form-question.ts';
import { help } from '../../components/help/help.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { connectionsUnder } from '../connections/connection-card.ts';
import { sourceLines } from '../sources/source-places.ts';
import type { ReturnFacts } from './return-pages.ts';
import { texts } from './texts.ts';

/** One question of a return with its options, its answer, and how sure the answer is and why. */
export function answerArticle(ctx: RequestContext, facts: ReturnFacts, answer: FormAnswer): Html {
  const t = texts[ctx.language];
  const { comment, guidance, attachment } = detailsOf(answer);
  return formQuestion({
    id: `fraga-${answer.id}`,
    number: answer.number,
    question: answer.question,
    facts: questionFacts(ctx, facts, answer),
    options: choicesOf(answer).map((choice) => option(ctx, choice)),
    answerLabel: t.answer,
    answer: html`${answerBody(ctx, facts, answer)}${comment ? html`<p class="question-label">${t.comment}</p>${paragraphs(comment)}` : null}`,
    unknown: isUnknown(answer),
    known: howKnown(ctx, facts, answer),
    more: html`${guidance ? help({ summary: t.guidance, body: paragraphs(guidance) }) : null}${attachment ? help({ summary: t.attachment, body: paragraphs(attachment) }) : null}${connectionsUnder(ctx, facts.connections.get(answer.id))}`,
  });
}

/** How the question is answered, on which condition and for which day. */
function questionFacts(ctx: RequestContext, { formReturn }: ReturnFacts, answer: FormAnswer): readonly Content[] {
  const t = texts[ctx.language];
  const { maxItems, asOf } = detailsOf(answer);
  const condition = conditionOf(answer);
  const before = condition && formReturn.answers.find(({ number }) => number === condition.question);
  const kind = Object.hasOwn(questionKinds, answer.kind)
    ? questionKinds[answer.kind as keyof typeof questionKinds][ctx.language]
    : answer.kind;
  const words = condition && t.condition(condition.question, condition.equals);
  return [
    kind,
    words && (before ? html`<a href="#fraga-${before.id}">${words}</a>` : words),
    condition?.printed && t.corrected(condition.printed),
    maxItems !== undefined && t.mostItems(maxItems),
    asOf && `${t.asOf.toLocaleLowerCase(ctx.language)} ${ctx.format.date(asOf)}`,
  ];
}

function option({ language }: RequestContext, { text, chosen, reading, specification }: ShownChoice): QuestionOption {
  const t = texts[language];
  const inferred = reading === 'inferred';
  const note = specification ? html`: <span lang="sv">${specification}</span>` : undefined;
  if (chosen === undefined) return { text, state: 'unknown', word: t.unreadable, note };
  const word = chosen ? (inferred ? t.chosenInferred : t.chosen) : inferred ? t.notChosenInferred : t.notChosen;
  return { text, state: chosen ? 'chosen' : 'not', word, note };
}

function answerBody(ctx: RequestContext, { formReturn }: ReturnFacts, answer: FormAnswer): Content {
  const t = texts[ctx.language];
  const rows = rowsOf(answer);
  if (rows.length > 0) return matrix(ctx, answer);
  if (answer.answer !== null) {
    const partly = isUnknown(answer) ? html`<p>${t.someUnknown}</p>` : null;
    return html`${partly}${paragraphs(answer.answer)}`;
  }
  if (isUnknown(answer)) return html`<p>${t.unknownAnswer}</p>`;
  const below = subQuestionsOf(formReturn.answers, answer);
  if (below.length === 0) return html`<p>${t.noAnswer}</p>`;
  return html`<p>${t.answeredBelow(ctx.format.list(below.map(({ number }) => number)))}</p>`;
}

function matrix(ctx: RequestContext, answer: FormAnswer): Html {
  const t = texts[ctx.language];
  return table(ctx, {
    caption: answer.question,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'row', text: t.row },
      { key: 'answer', text: t.answer },
      { key: 'known', text: t.known },
    ],
    rows: rowsOf(answer).map(({ label, answer: own, reading, confidence, comment }) => ({
      row: html`<span lang="sv">${label}</span>`,
      answer:
        reading === 'unreadable' || own === undefined
          ? tag({ text: t.unreadable, tone: 'unknown' })
          : html`<span lang="sv">${own}</span>${comment ? html`<br><span class="soft" lang="sv">${comment}</span>` : null}`,
      known: reading === 'unreadable' ? '' : knownWords(ctx, reading, confidence),
    })),
  });
}

/** How the answer is known, how surely, what it follows from, and where it stands. */
function howKnown(ctx: RequestContext, { places }: ReturnFacts, answer: FormAnswer): Content {
  const t = texts[ctx.language];
  const { evidence } = detailsOf(answer);
  const reading = readingOf(answer);
  const lines = sourceLines(ctx, places, answer.id);
  const at = lines && html` · ${t.read.toLocaleLowerCase(ctx.language)} ${lines}`;
  if (answer.answer === null && reading === 'read' && rowsOf(answer).length === 0) return lines;
  const grounds = answer.inferredFrom ?? evidence;
  const because = grounds && html` · ${answer.inferredFrom ? `${t.because} ` : ''}<span lang="sv">${grounds}</span>`;
  return html`${knownWords(ctx, reading, reading === 'unreadable' ? undefined : (answer.certainty ?? undefined))}${because}${reading === 'unreadable' ? html` · ${t.checkOriginal}` : null}${at}`;
}

function knownWords(ctx: RequestContext, reading: keyof typeof answerReadings, certainty: number | undefined): string {
  const t = texts[ctx.language];
  const how = reading === 'unreadable' ? t.unreadable : answerReadings[reading][ctx.language];
  return certainty === undefined ? how : `${how}, ${t.sure(ctx.format.percent(certainty))}`;
}

function paragraphs(text: string): readonly Html[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p lang="sv">${line}</p>`);
}
