import { type Content, type Html, html } from '../../html.ts';

/** What stands where nothing is yet: what would be here, and the next thing to do. */
export function emptyState(options: {
  readonly title: string;
  readonly body: Content;
  readonly action?: Content;
}): Html {
  return html`<div class="empty-state"><p class="empty-title"><strong>${options.title}</strong></p><div>${options.body}</div>${options.action ? html`<div class="actions">${options.action}</div>` : null}</div>`;
}
