import { type Content, type Html, html } from '../../html.ts';

/** How far a review has come, with the one thing that takes it furthest beside it; it stands above the parts of the work. */
export function reviewHead(options: { readonly meter: Content; readonly action: Content }): Html {
  return html`<div class="review-head"><div>${options.meter}</div>${options.action}</div>`;
}
