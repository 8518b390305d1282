/**
 * Where a link may lead. `web` works in every format; `anchor` stays inside the document; `path` works only on the site that shows the page, so
 * that a file on someone's disk prints its text without a link; `none` is everything else (a script, a local file): the text stays, the link
 * goes. Links come from imported documents too, and are never trusted.
 */
export type LinkTarget =
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'anchor'; readonly anchor: string }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'none' };

const webSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Reads what a link of a tree leads to; see {@link LinkTarget}. */
export function linkTarget(href: string): LinkTarget {
  if (/^#./.test(href)) return { kind: 'anchor', anchor: href.slice(1) };
  if (/^\/(?![/\\])[^\p{Cc}]*$/u.test(href)) return { kind: 'path', path: href };
  const url = URL.canParse(href) ? new URL(href) : undefined;
  return url && webSchemes.has(url.protocol) ? { kind: 'web', url: url.href } : { kind: 'none' };
}
