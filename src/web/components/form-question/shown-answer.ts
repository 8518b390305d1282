import { type Answer, isAnswered, optionsOf, type Question } from '../../../domain/forms/index.ts';
import type { Ui } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { table } from '../table/table.ts';
import { swedishNumber } from './answer-names.ts';
import { formQuestionTexts } from './texts.ts';

/** An answer as it reads on a page: the words of the options that were chosen, a number with its unit, a text in its paragraphs. */
export function shownAnswer(ui: Ui, question: Question, answer: Answer | undefined): Content {
  const t = formQuestionTexts[ui.language];
  const comment = answer?.comment
    ? html`<p class="question-label" lang="sv">${question.commentLabel ?? t.comment}</p>${paragraphs(answer.comment)}`
    : null;
  return html`${valueWords(ui, question, answer)}${comment}`;
}

function valueWords(ui: Ui, question: Question, answer: Answer | undefined): Content {
  const t = formQuestionTexts[ui.language];
  const value = answer?.value;
  if (value?.kind === 'matrix') return matrixWords(ui, question, value.rows);
  if (!value || !isAnswered(question.answer, value)) return html`<p class="soft">${t.notAnswered}</p>`;
  const optionText = (code: string | null) => optionsOf(question.answer).find((one) => one.code === code)?.text ?? code;
  switch (value.kind) {
    case 'choice':
      return line(optionText(value.option), value.specify);
    case 'choices':
      return value.options.length === 1
        ? line(optionText(value.options[0]!.option), value.options[0]!.specify)
        : html`<ul>${value.options.map(({ option, specify }) => html`<li>${line(optionText(option), specify, 'span')}</li>`)}</ul>`;
    case 'scale':
      return html`<p>${value.step}${question.answer.kind === 'scale' ? html` <span class="soft">(${question.answer.from}–${question.answer.to})</span>` : null}</p>`;
    case 'number': {
      const cannot =
        'cannotStateLabel' in question.answer ? (question.answer.cannotStateLabel ?? t.cannotState) : t.cannotState;
      if (value.number === null) return html`<p lang="sv">${cannot}</p>`;
      return html`<p>${swedishNumber(value.number)}${question.answer.kind === 'percent' ? '\u00a0%' : ''}</p>`;
    }
    case 'text':
      return paragraphs(value.text);
  }
}

function line(text: string | null, specify: string | null, as: 'p' | 'span' = 'p'): Html {
  const words = html`<span lang="sv">${text}${specify ? `: ${specify}` : ''}</span>`;
  return as === 'p' ? html`<p>${words}</p>` : words;
}

function matrixWords(
  ui: Ui,
  question: Question,
  rows: Readonly<Record<string, { readonly option: string | null; readonly text: string | null }>>,
): Html {
  const t = formQuestionTexts[ui.language];
  const form = question.answer;
  if (form.kind !== 'matrix') return html``;
  const withText = Object.values(rows).some(({ text }) => text);
  return table(ui, {
    caption: question.text,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'row', text: t.row },
      { key: 'answer', text: t.answer },
      ...(withText ? [{ key: 'text' as const, text: form.rowTextLabel ?? t.text }] : []),
    ],
    rows: form.rows.map(({ code, text }) => {
      const row = rows[code];
      const option = form.options.find((one) => one.code === row?.option);
      return {
        row: html`<span lang="sv">${text}</span>`,
        answer: option ? html`<span lang="sv">${option.text}</span>` : html`<span class="soft">${t.notAnswered}</span>`,
        text: html`<span lang="sv">${row?.text ?? ''}</span>`,
      };
    }),
  });
}

function paragraphs(text: string): readonly Html[] {
  return text
    .split(/\n+/)
    .filter((one) => one.trim() !== '')
    .map((one) => html`<p lang="sv">${one}</p>`);
}
