import { attributes, type Content, type Html, html } from '../../html.ts';

export type QuestionOption = {
  readonly text: string;
  readonly state: 'chosen' | 'not' | 'unknown';
  readonly word: string;
  readonly note?: Content;
};

/** A question of a form as it was put, with what was answered and how that is known. An answer that cannot be read says so; it is never No. */
export function formQuestion(options: {
  readonly id: string;
  readonly number: string;
  readonly question: string;
  /** How it is answered, on which condition: what the form says beside the question. */
  readonly facts: readonly Content[];
  readonly options: readonly QuestionOption[];
  readonly answerLabel: string;
  readonly answer: Content;
  readonly unknown?: boolean;
  readonly known: Content;
  readonly more?: Content;
}): Html {
  const { id, number, question, facts, answer, answerLabel, unknown, known, more } = options;
  const [first, ...rest] = facts.filter(Boolean);
  return html`<article class="form-question" id="${id}" aria-labelledby="${id}-text"><h4 class="question-heading" id="${id}-text"><span class="question-number">${number}</span> <span lang="sv">${question}</span></h4>
<div class="question-body"><p class="question-facts">${first}${rest.map((fact) => html` · ${fact}`)}</p>
${options.options.length > 0 ? html`<ul class="question-options">${options.options.map(option)}</ul>` : null}
<div class="question-answer"${attributes({ 'data-unknown': unknown })}><p class="question-label">${answerLabel}</p>${answer}<p class="question-known">${known}</p></div>${more}</div></article>`;
}

function option({ text, state, word, note }: QuestionOption): Html {
  return html`<li data-state="${state}"><svg class="tick" viewBox="0 0 16 16" width="15" height="15" aria-hidden="true" focusable="false">${boxes[state]}</svg><span><span lang="sv">${text}</span> <span class="question-word">${word}</span>${note}</span></li>`;
}

const frame = html`<rect x="1" y="1" width="14" height="14" rx="2" fill="none" stroke="currentColor" stroke-width="1.6"/>`;
const boxes: Readonly<Record<QuestionOption['state'], Html>> = {
  chosen: html`${frame}<path d="M4 8.4l2.8 2.8L12.2 5" fill="none" stroke="currentColor" stroke-width="2"/>`,
  not: frame,
  unknown: html`<rect x="1" y="1" width="14" height="14" rx="2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="3 2.4"/><path d="M5.8 6.2a2.2 2.2 0 1 1 3 2c-.6.3-.8.6-.8 1.3M8 11.6v1" fill="none" stroke="currentColor" stroke-width="1.5"/>`,
};
