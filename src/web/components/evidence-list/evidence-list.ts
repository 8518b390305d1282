import type { Ui } from '../../contracts.ts';
import { attributes, type Content, type Html, html } from '../../html.ts';

export type EvidenceItem = {
  readonly id?: string;
  /** The number by which the text refers to it, from `claim`. */
  readonly number: number;
  readonly title: string;
  readonly href?: string;
  readonly detail?: Content;
  /** The source was changed after the text was written. */
  readonly changed?: string;
};

/** What the answer rests on, in the order of the text. */
export function evidenceList(ui: Ui, items: readonly EvidenceItem[]): Html {
  return html`<ol class="evidence-list" aria-label="${ui.t.components.evidence}">${items.map(
    ({ id, number, title, href, detail, changed }) =>
      html`<li value="${number}"${attributes({ id: id ?? `evidence-${number}` })}><span class="evidence-number" aria-hidden="true">${number}</span><div><p class="evidence-title">${href ? html`<a href="${href}">${title}</a>` : title}</p>${detail ? html`<div class="evidence-detail">${detail}</div>` : null}${changed ? html`<p class="evidence-changed">${changed}</p>` : null}</div></li>`,
  )}</ol>`;
}

/** A sentence of an answer with the numbers of its evidence; a sentence without any is underlined dashed and says so. */
export function claim(ui: Ui, options: { readonly text: string; readonly evidence: readonly number[] }): Html {
  const { text, evidence } = options;
  if (evidence.length === 0)
    return html`<span class="claim" data-proved="false">${text}<span class="claim-flag"> ${ui.t.components.withoutEvidence}</span></span>`;
  return html`<span class="claim" data-proved="true">${text}</span><sup class="claim-numbers">${evidence.map(
    (number, index) =>
      html`${index > 0 ? ', ' : null}<a href="#evidence-${number}" aria-label="${ui.t.components.evidence} ${number}">${number}</a>`,
  )}</sup>`;
}
