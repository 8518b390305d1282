import { createHash } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';

/**
 * Where a record was read: one passage of one document (offsets in UTF-16 code units of the document's text, as JavaScript cuts strings), the
 * rule that found it and how sure it was. `hash` is that of the passage when it was read.
 */
export type SourcePassage = {
  readonly id: Id<'sourcePassage'>;
  readonly documentId: Id<'document'>;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly hash: string;
  readonly rule: string;
  readonly confidence: number;
  /** The fields of the record that were read there; empty means all of them. */
  readonly fields: readonly string[];
};

/** The hash a passage is known by. */
export function passageHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Whether the passage no longer says what it said when the record was read from it: the document was replaced or read anew. */
export function passageChanged(
  passage: Pick<SourcePassage, 'start' | 'end' | 'hash'>,
  sourceText: string | null,
): boolean {
  return sourceText === null || passageHash(sourceText.slice(passage.start, passage.end)) !== passage.hash;
}
