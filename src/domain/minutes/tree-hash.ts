import { createHash } from 'node:crypto';
import { checkTree, type DocumentTree } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { joinTexts } from '../../kernel/fill-text.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';

/** The hash that signatures are bound to: SHA-256 over the canonical JSON of the tree, the same after it went through a column of the database. */
export function minutesHash(tree: DocumentTree): string {
  // Through JSON once, so that absent members are hashed as they will be read back.
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(tree))))
    .digest('hex');
}

/** What is frozen must be possible to write for ever after: a document that no writer would take is refused before anybody signs it. */
export function refuseUnwritable(tree: DocumentTree): void {
  const faults = checkTree(tree);
  if (faults.length === 0) return;
  throw new AppError('document.notConforming', { reason: joinTexts(faults.map((fault) => fault.text)) }, faults);
}
