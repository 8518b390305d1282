import type { Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import type { Crumb } from '../../reply.ts';

/** The way from the start to this page. */
export function breadcrumb(ui: Ui, crumbs: readonly Crumb[]): Html | null {
  if (crumbs.length === 0) return null;
  return html`<nav class="breadcrumb" aria-label="${ui.t.shell.breadcrumbs}"><ol>${crumbs.map(({ text, href }) =>
    href ? html`<li><a href="${href}">${text}</a></li>` : html`<li><span aria-current="page">${text}</span></li>`,
  )}</ol></nav>`;
}
