import { attributes, type Content, type Html, html } from '../../html.ts';

export type LinkListItem = {
  readonly title: Content;
  readonly href?: string;
  /** A short fact after the title: a date, a number, a state. */
  readonly note?: Content;
  /** A second line, for what one must know before following the link. */
  readonly detail?: Content;
  /** The one thing to do about it, when that is not to open it. */
  readonly action?: { readonly text: string; readonly href: string };
  /** Buttons that answer the row at once. */
  readonly buttons?: Content;
};

/** Ways onward, one a row: what waits, what belongs together, what can be changed. Calmer than bullets, closer than a table. */
export function linkList(
  items: readonly LinkListItem[],
  options: { readonly label?: string; readonly more?: { readonly text: string; readonly href: string } } = {},
): Html {
  const { label, more } = options;
  return html`<ul class="link-list"${attributes({ 'aria-label': label })}>${items.map(
    ({ title, href, note, detail, action, buttons }) =>
      html`<li><div class="link-row"><span>${href ? html`<a href="${href}">${title}</a>` : title}</span>${note ? html` <span class="link-note">${note}</span>` : null}</div>${detail ? html`<div class="link-detail">${detail}</div>` : null}${action ? html`<div class="link-action"><a href="${action.href}">${action.text}</a></div>` : null}${buttons ? html`<div class="link-buttons">${buttons}</div>` : null}</li>`,
  )}${more ? html`<li class="link-more"><a href="${more.href}">${more.text}</a></li>` : null}</ul>`;
}
