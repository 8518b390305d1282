import { AppError } from '../../../kernel/errors.ts';

/**
 * The text of an XML part: UTF-8 unless a byte order mark says UTF-16, as office programs write. Another encoding is declared by who wants to
 * hide something from whoever looks at the bytes.
 */
export function decodeXml(bytes: Uint8Array): string {
  const mark = bytes.length < 2 ? 0 : bytes[0]! * 256 + bytes[1]!;
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('document.damaged', {}, error);
  }
}
