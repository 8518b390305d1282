import { type Html, html } from '../../html.ts';

/** How a state feels: a word and a shape say the same as the colour, so that nothing is lost without colours. */
export const tagTones = ['ok', 'part', 'late', 'neutral', 'info', 'unknown'] as const;
export type TagTone = (typeof tagTones)[number];

/** A state in a word, such as "Startat, klart vid årets slut". */
export function tag({ text, tone = 'neutral' }: { readonly text: string; readonly tone?: TagTone }): Html {
  return html`<span class="tag" data-tone="${tone}">${toneShape(tone)}<span>${text}</span></span>`;
}

/** The shape of a tone, 16 units wide: full with a tick, half, triangle, ring, rhomb, dashed ring. */
export function toneShape(tone: TagTone): Html {
  return html`<svg class="tone-shape" viewBox="0 0 16 16" width="13" height="13" aria-hidden="true" focusable="false">${shapes[tone]}</svg>`;
}

const shapes: Readonly<Record<TagTone, Html>> = {
  ok: html`<circle cx="8" cy="8" r="7.5" fill="currentColor"/><path d="M4.4 8.3l2.5 2.5 4.8-5.2" class="tone-cut"/>`,
  part: html`<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 1.5a6.5 6.5 0 0 0 0 13z" fill="currentColor"/>`,
  late: html`<path d="M8 1l7.4 13.5H.6z" fill="currentColor"/><path d="M8 6v4M8 11.6v1.2" class="tone-cut"/>`,
  neutral: html`<circle cx="8" cy="8" r="6.3" fill="none" stroke="currentColor" stroke-width="2.2"/>`,
  info: html`<path d="M8 .8L15.2 8 8 15.2.8 8z" fill="currentColor"/>`,
  unknown: html`<circle cx="8" cy="8" r="6.3" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3 2.6"/>`,
};
