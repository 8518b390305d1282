import type { Ui } from '../../contracts.ts';
import { attributes, type Html, html } from '../../html.ts';

export type Step = { readonly text: string; readonly state: 'done' | 'now' | 'ahead'; readonly href?: string };

/** Where one is in something that is done in an order: draft, ready, approved, delivered. */
export function steps(ui: Ui, options: { readonly label: string; readonly steps: readonly Step[] }): Html {
  const { stepDone, stepNow } = ui.t.components;
  return html`<ol class="steps" aria-label="${options.label}">${options.steps.map(
    ({ text, state, href }) =>
      html`<li data-state="${state}"${attributes({ 'aria-current': state === 'now' && 'step' })}>${href ? html`<a href="${href}">${text}</a>` : html`<span>${text}</span>`}${state === 'ahead' ? null : html`<span class="sr-only"> (${state === 'done' ? stepDone : stepNow})</span>`}</li>`,
  )}</ol>`;
}
