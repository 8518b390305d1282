import { attributes, type Content, type Html, html } from '../../html.ts';

/** Two things that are read against each other: what was found and where it stands, or my text and theirs. Under each other when narrow. */
export function sideBySide(options: {
  readonly left: Content;
  readonly right: Content;
  readonly leftLabel: string;
  readonly rightLabel: string /** The right side stays in view while the left is worked through. */;
  readonly sticky?: boolean;
}): Html {
  const { left, right, leftLabel, rightLabel, sticky } = options;
  return html`<div class="side-by-side"${attributes({ 'data-sticky': sticky })}><div role="group" aria-label="${leftLabel}">${left}</div><div role="group" aria-label="${rightLabel}"><div class="side-inner">${right}</div></div></div>`;
}
