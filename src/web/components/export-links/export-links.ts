import type { Ui } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';

/** Takes a table out as a file: for a spreadsheet with its types, or as plain text with semicolons. */
export function exportLinks(
  ui: Ui,
  options: {
    /** The address of the file without its ending; both formats lie there. */
    readonly href: (format: 'xlsx' | 'csv') => string;
    /** What is taken out, where a page has several tables. */
    readonly what?: string;
    readonly note?: Content;
  },
): Html {
  const { href, what, note } = options;
  const t = ui.t.components;
  const about = what ? html`<span class="sr-only"> ${what}</span>` : null;
  return html`<p class="export-links"><span>${t.exportTable}</span> <a href="${href('xlsx')}">${t.exportXlsx}${about}</a> <a href="${href('csv')}">${t.exportCsv}${about}</a>${note ? html` <span class="soft">${note}</span>` : null}</p>`;
}
