import { AppError } from '../../kernel/errors.ts';
import type { SourceDocument } from '../tree/source.ts';
import { readText } from './read-text.ts';

/** A file as it was handed in. What it is, is told by its bytes; its name is only for messages. */
export type DocumentFile = { readonly fileName: string; readonly bytes: Uint8Array };

/**
 * Reads a file of any format that Kansli knows into a source tree. What is no text is refused with the reason: bytes read as if they were text
 * would give proposals that nobody can check.
 */
export async function readDocument({ fileName, bytes }: DocumentFile): Promise<SourceDocument> {
  if (isBinary(bytes)) throw new AppError('document.unknownFormat', { name: fileName });
  return readText(bytes);
}

/** Text has no zero bytes outside UTF-16, and hardly any control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return false;
  const head = bytes.subarray(0, 8192);
  if (new TextDecoder('latin1').decode(head.subarray(0, 5)) === '%PDF-') return true;
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return head.includes(0) || controls > head.length / 50;
}
