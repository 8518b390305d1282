import type { Ui } from '../../contracts.ts';
import { attributes, type Content, type Html, html } from '../../html.ts';

/** One row of the list at the side: which assignment, and how its answer stands in a word and a shape. */
export type DeskItem = {
  readonly href: string;
  readonly number: string;
  readonly title: string;
  readonly state: Content;
  readonly current?: boolean;
};

/** A sentence of an answer: the notes that prove it, or the words that say what is wrong with it. */
export type AnswerClaim = {
  readonly text: string;
  /** "utan belägg", "källan har ändrats": the sentence is then underlined dashed. */
  readonly flag?: string;
  readonly notes: readonly { readonly number: number; readonly href: string }[];
};

/** The desk on which a report is written: the assignments to the left, always in view, and the answers beside them. */
export function reportDesk(options: {
  readonly label: string;
  readonly items: readonly DeskItem[];
  /** What is said of the assignments that have no answer of their own. */
  readonly note?: Content;
  readonly body: Content;
}): Html {
  const { label, items, note, body } = options;
  return html`<div class="report-desk"><nav class="desk-list" aria-label="${label}"><ol>${items.map(
    ({ href, number, title, state, current }) =>
      html`<li${attributes({ 'data-current': current })}><b>${number}</b><a href="${href}" lang="sv"${attributes({ 'aria-current': current && 'page' })}>${title}</a><span class="desk-state">${state}</span></li>`,
  )}</ol>${note ? html`<p class="desk-note" lang="sv">${note}</p>` : null}</nav><div class="desk-answers">${body}</div></div>`;
}

/** One answer with what it rests on beside it. */
export function deskAnswer(options: {
  readonly id: string;
  readonly title: Content;
  readonly state?: Content;
  readonly body: Content;
  readonly beside: Content;
}): Html {
  const { id, title, state, body, beside } = options;
  return html`<section class="desk-answer" id="${id}" aria-labelledby="${id}-title"><header class="desk-head"><h3 id="${id}-title">${title}</h3>${state}</header><div class="desk-text">${body}</div><div class="desk-beside">${beside}</div></section>`;
}

/** The sentences of an answer in their paragraphs, each with the numbers of its evidence or marked for having none. */
export function answerText(ui: Ui, paragraphs: readonly (readonly AnswerClaim[])[]): Html {
  return html`<div class="desk-sentences" lang="sv">${paragraphs.map((claims) => html`<p>${claims.map((claim) => sentence(ui, claim))}</p>`)}</div>`;
}

function sentence(ui: Ui, { text, flag, notes }: AnswerClaim): Html {
  const { evidence } = ui.t.components;
  const numbers =
    notes.length > 0
      ? html`<sup class="claim-numbers">${notes.map(({ number, href }, index) => html`${index > 0 ? ', ' : null}<a href="${href}" aria-label="${evidence} ${number}">${number}</a>`)}</sup>`
      : null;
  const mark = flag ? html`<span class="claim-flag" lang="${ui.language}"> ${flag}</span>` : null;
  return html`<span class="claim" data-proved="${flag ? 'false' : 'true'}">${text}</span>${numbers}${mark} `;
}
