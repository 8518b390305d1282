import type { DocumentTree } from '../../../documents/tree/index.ts';
import { attributes, documentHtml, type Html, html } from '../../html.ts';

/**
 * A document as it will leave the house, on a sheet of its own in the page. It is drawn from the same tree as the files, so that what is read
 * here is what is decided and sent. Its title lies one level below that of the page; a page that is about nothing else may have it as its own (`withoutTitle`). `notesInPlace` lets each proved claim open its notes where it stands.
 */
export function documentView(
  tree: DocumentTree,
  options: { readonly notesInPlace?: boolean; readonly withoutTitle?: boolean } = {},
): Html {
  const titleLevel = options.withoutTitle ? 1 : 2;
  return html`<div class="document-view"${attributes({ 'data-bare': options.withoutTitle })}>${documentHtml(tree, { titleLevel, ...options })}</div>`;
}
