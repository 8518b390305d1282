import { AppError } from '../../../kernel/errors.ts';

/**
 * The text of an XML part: UTF-8 unless a byte order mark says UTF-16, as office programs write. Another encoding is declared by who wants to
 * hide something from whoever looks at the bytes.
 */
export function decodeXml(bytes: Uint8Array): string {
  const mark = bytes.length < 2 ? 0 : bytes[0]! * 256 + bytes[1]!;
  try {
    if (mark !== 0xfffe && mark !== 0xfeff) return utf8.decode(bytes);
    return new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('document.damaged', {}, error);
  }
}

/** Made once: a document has a dozen small parts. */
const utf8 = new TextDecoder('utf-8', { fatal: true });
