import type { Ui } from '../../contracts.ts';
import { attributes, type Content, type Html, html } from '../../html.ts';

export type ThreadState = 'done' | 'now' | 'gap' | 'planned' | 'proposed';

export type ThreadStep = {
  /** What kind of record it is: Mål, Beslut, Sammanträde, Lägesbild. */
  readonly kind: string;
  /** When, as it is known: a day, a month, a period. */
  readonly when?: Content;
  readonly title: Content;
  readonly href?: string;
  readonly body?: Content;
  /** Words of a record, which are never translated. */
  readonly quote?: string;
  /** Where it is proved: links to passages, minutes, files. */
  readonly sources?: readonly Content[];
  readonly state: ThreadState;
  readonly id?: string;
};

/**
 * The red thread: from the goal to what came of it, in the order of time, drawn as one line. What is missing stands in its place on the line,
 * dashed, because a gap that is seen can be filled.
 */
export function thread(
  ui: Ui,
  options: { readonly steps: readonly ThreadStep[]; readonly label?: string; readonly level?: 2 | 3 },
): Html {
  const { steps, label = ui.t.components.thread, level = 2 } = options;
  return html`<ol class="thread" aria-label="${label}">${steps.map((step) => threadStep(ui, step, level))}</ol>`;
}

function threadStep(ui: Ui, step: ThreadStep, level: 2 | 3): Html {
  const { kind, when, title, href, body, quote, sources = [], state, id } = step;
  const { threadStates } = ui.t.components;
  const heading = href ? html`<a href="${href}">${title}</a>` : title;
  return html`<li${attributes({ 'data-state': state, id, 'aria-current': state === 'now' && 'step' })}>
<p class="thread-kind">${kind}${when ? html` <span class="thread-when">· ${when}</span>` : null}${state === 'done' ? null : html`<span class="thread-state"> · ${threadStates[state]}</span>`}</p>
${level === 2 ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`}
${body ? html`<div class="thread-body">${body}</div>` : null}
${quote ? html`<blockquote lang="sv">${quote}</blockquote>` : null}
${sources.length > 0 ? html`<ul class="thread-sources" aria-label="${ui.t.components.sources}">${sources.map((source) => html`<li>${source}</li>`)}</ul>` : null}
</li>`;
}
