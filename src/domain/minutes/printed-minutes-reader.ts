import type { DocumentTree } from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { headOfAct, withLogHead } from '../witnessing/index.ts';
import { findFrozenMinutes } from './minutes-reader.ts';

/**
 * The frozen document as it is printed: when it has been adjusted, with the head of the log at that moment below all that was signed. What was
 * signed, and its hash, is the document without that line.
 */
export async function findPrintedMinutes(r: Reader, adjustmentId: Id<'adjustment'>): Promise<DocumentTree | undefined> {
  const frozen = await findFrozenMinutes(r, adjustmentId);
  if (!frozen) return undefined;
  const head = await headOfAct(r, {
    noun: 'adjustment',
    recordId: adjustmentId,
    fits: ({ state }) => state === 'adjusted',
  });
  return withLogHead(frozen.tree, 'vid justeringen', head);
}
