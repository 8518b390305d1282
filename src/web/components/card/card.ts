import { attributes, type Content, type Html, html } from '../../html.ts';

/** Something that belongs together, on paper of its own. The heading is part of the page's order, so its level is told. */
export function card(options: {
  readonly title?: Content;
  readonly level?: 2 | 3 | 4;
  readonly body: Content;
  readonly tone?: 'warning' | 'current';
  readonly id?: string;
}): Html {
  const { title, level = 2, body, tone, id } = options;
  return html`<section class="card"${attributes({ 'data-tone': tone, id })}>${title ? heading(level, title) : null}${body}</section>`;
}

/** Cards side by side where there is room. */
export function cards(...content: readonly Content[]): Html {
  return html`<div class="cards">${content}</div>`;
}

function heading(level: 2 | 3 | 4, title: Content): Html {
  if (level === 2) return html`<h2 class="card-title">${title}</h2>`;
  return level === 3 ? html`<h3 class="card-title">${title}</h3>` : html`<h4 class="card-title">${title}</h4>`;
}
