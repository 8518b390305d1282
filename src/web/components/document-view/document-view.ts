import type { DocumentTree } from '../../../documents/tree/index.ts';
import { documentHtml, type Html, html } from '../../html.ts';

/**
 * A document as it will leave the house, on a sheet of its own in the page. It is drawn from the same tree as the files, so that what is read
 * here is what is decided and sent. Its title lies one level below that of the page. `notesInPlace` lets each proved claim open its notes where it stands.
 */
export function documentView(tree: DocumentTree, options: { readonly notesInPlace?: boolean } = {}): Html {
  return html`<div class="document-view">${documentHtml(tree, { titleLevel: 2, ...options })}</div>`;
}
