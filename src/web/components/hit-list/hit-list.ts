import { type Content, type Html, html } from '../../html.ts';

/** A stretch of a found text; `hit` where it is one of the words that were asked for. */
export type HitPiece = { readonly text: string; readonly hit: boolean };

export type Hit = {
  readonly title: string;
  readonly href: string;
  /** What it is, whose, and from when. */
  readonly facts: Content;
  /** The passages that were found, each under its heading and with an address of its own. */
  readonly passages: readonly {
    readonly heading: string | null;
    readonly href: string;
    readonly pieces: readonly HitPiece[];
  }[];
};

/** What a search found: each record once, with the words in their place. The words found are marked by weight and ground, not by colour alone. */
export function hitList(hits: readonly Hit[], label: string): Html {
  return html`<ol class="hit-list" aria-label="${label}">${hits.map(
    ({ title, href, facts, passages }) =>
      html`<li><h2><a href="${href}" lang="sv">${title}</a></h2><p class="hit-facts">${facts}</p>${passages.map(
        ({ heading, href: place, pieces }) =>
          html`<p class="hit-passage" lang="sv">${heading ? html`<a class="hit-heading" href="${place}">${heading}</a> ` : null}${pieces.map(({ text, hit }) => (hit ? html`<mark>${text}</mark>` : text))}</p>`,
      )}</li>`,
  )}</ol>`;
}
