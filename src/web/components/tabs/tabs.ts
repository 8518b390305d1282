import type { Ui } from '../../contracts.ts';
import { attributes, type Html, html } from '../../html.ts';

/**
 * Sides of the same thing, each with its own address: links, not script, so that a side can be bookmarked and sent. Where a side has sides of its
 * own, a second row stands under the first: the upper one is then `within` and the lower one, of level 2, is the page itself.
 */
export function tabs(
  ui: Ui,
  options: {
    readonly label: string;
    readonly level?: 2;
    readonly items: readonly {
      readonly text: string;
      readonly href: string;
      readonly current?: boolean | 'within';
      readonly count?: number;
    }[];
  },
): Html {
  return html`<nav class="tabs" aria-label="${options.label}"${attributes({ 'data-level': options.level })}><ul>${options.items.map(
    ({ text, href, current, count }) =>
      html`<li><a href="${href}"${attributes({ 'aria-current': current === 'within' ? 'true' : current && 'page' })}>${text}${count === undefined ? null : html` <span class="tabs-count">${ui.format.number(count)}</span>`}</a></li>`,
  )}</ul></nav>`;
}
