import { attributes, type Content, type Html, html } from '../../html.ts';

export type SummaryRow = {
  readonly term: string;
  readonly value: Content;
  /** A link that changes the row; `about` completes "Ändra" for those who only hear the link. */
  readonly action?: { readonly text: string; readonly href: string; readonly about: string };
};

/** Facts in pairs: what it is called, what it is. Rows without a value are left out, so that pages can list all that may be known. */
export function summaryList(rows: readonly SummaryRow[], options: { readonly compact?: boolean } = {}): Html {
  const filled = rows.filter(({ value }) => value !== null && value !== undefined && value !== false && value !== '');
  return html`<dl class="summary-list"${attributes({ 'data-compact': options.compact })}>${filled.map(
    ({ term, value, action }) =>
      html`<div><dt>${term}</dt><dd>${value}${action ? html` <a class="summary-action" href="${action.href}">${action.text}<span class="sr-only"> ${action.about}</span></a>` : null}</dd></div>`,
  )}</dl>`;
}
