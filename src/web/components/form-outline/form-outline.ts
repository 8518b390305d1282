import { attributes, type Content, type Html, html } from '../../html.ts';

export type OutlineRow = {
  readonly id: string;
  readonly number: string;
  readonly text: Content;
  /** A sub-question stands a step in. */
  readonly below: boolean;
  /** How it is answered, when, about what time. */
  readonly facts: readonly Content[];
  /** What needs a line of its own: answers, sources, findings. */
  readonly lines: readonly Content[];
  readonly acts?: Content;
};

/** A heading of a form with what can be done to what stands under it. */
export function outlineHeading(options: {
  readonly level: 3 | 4;
  readonly id: string;
  readonly text: Content;
  readonly acts?: Content;
}): Html {
  const { level, id, text, acts } = options;
  const heading =
    level === 3 ? html`<h3 id="${id}" lang="sv">${text}</h3>` : html`<h4 id="${id}" lang="sv">${text}</h4>`;
  return html`<div class="outline-heading">${heading}${acts ? html`<div class="outline-acts">${acts}</div>` : null}</div>`;
}

/** Questions as they are built, one below the other; what can be done to each stands at its side where there is room. */
export function outlineRows(label: string, rows: readonly OutlineRow[]): Html {
  return html`<ol class="outline" aria-label="${label}">${rows.map(
    ({ id, number, text, below, facts, lines, acts }) =>
      html`<li${attributes({ id, 'data-below': below })}><div class="outline-question"><p><strong>${number}</strong> ${text}</p><p class="outline-facts">${facts.map((fact, index) => html`${index > 0 ? ' · ' : null}${fact}`)}</p>${lines.map((line) => html`<p class="outline-facts">${line}</p>`)}</div>${acts ? html`<div class="outline-acts">${acts}</div>` : null}</li>`,
  )}</ol>`;
}
