import type { Tone, Ui } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';

/** A message in the page: the tone is said in a word and drawn as a shape, not only coloured. */
export function notice(
  ui: Ui,
  options: { readonly tone: Tone; readonly title?: string; readonly body: Content },
): Html {
  const { tone, title, body } = options;
  return html`<div class="notice" data-tone="${tone}"><svg class="notice-sign" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">${signs[tone]}</svg><div><p class="notice-title"><strong>${title ?? ui.t.components.notices[tone]}</strong></p><div class="notice-body">${body}</div></div></div>`;
}

const signs: Readonly<Record<Tone, Html>> = {
  info: html`<circle cx="10" cy="10" r="9.5" fill="currentColor"/><path d="M10 9v5.5M10 5.2v1.4" class="notice-cut"/>`,
  success: html`<circle cx="10" cy="10" r="9.5" fill="currentColor"/><path d="M5.8 10.4l2.9 2.9 5.5-6" class="notice-cut"/>`,
  warning: html`<path d="M10 .8l9.4 17.4H.6z" fill="currentColor"/><path d="M10 7.2v5M10 14.4v1.2" class="notice-cut"/>`,
  danger: html`<path d="M6 .5h8L19.5 6v8L14 19.5H6L.5 14V6z" fill="currentColor"/><path d="M6.8 6.8l6.4 6.4M13.2 6.8l-6.4 6.4" class="notice-cut"/>`,
};
