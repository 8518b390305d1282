import type { Ui } from '../../contracts.ts';
import { attributes, type Html, html } from '../../html.ts';

/** Sides of the same thing, each with its own address: links, not script, so that a side can be bookmarked and sent. */
export function tabs(
  ui: Ui,
  options: {
    readonly label: string;
    readonly items: readonly {
      readonly text: string;
      readonly href: string;
      readonly current?: boolean;
      readonly count?: number;
    }[];
  },
): Html {
  return html`<nav class="tabs" aria-label="${options.label}"><ul>${options.items.map(
    ({ text, href, current, count }) =>
      html`<li><a href="${href}"${attributes({ 'aria-current': current && 'page' })}>${text}${count === undefined ? null : html` <span class="tabs-count">${ui.format.number(count)}</span>`}</a></li>`,
  )}</ul></nav>`;
}
