import type { Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type TagTone, toneShape } from '../tag/tag.ts';

export type StripYear = { readonly year: number; readonly tone: TagTone; readonly text: string };

/** How it has gone, a year at a time: a small list that reads as a sentence and looks like a strip. */
export function statusStrip(ui: Ui, options: { readonly years: readonly StripYear[]; readonly label?: string }): Html {
  const { years, label = ui.t.components.statusOverYears } = options;
  return html`<ol class="status-strip" aria-label="${label}">${years.map(
    ({ year, tone, text }) =>
      html`<li class="tone-${tone}" data-tone="${tone}"><span class="strip-bar">${toneShape(tone)}</span><span class="strip-year">${year}</span> <span class="strip-text">${text}</span></li>`,
  )}</ol>`;
}
