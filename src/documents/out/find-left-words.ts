import { strFromU8, unzipSync, unzlibSync } from 'fflate';
import { wordsLeftIn } from '../tree/index.ts';

/**
 * The words that can be got out of a file by any of the ways that people have got masked words out of files: its text as it lies there, in each of the
 * usual encodings; the parts of a DOCX; the streams of a PDF unpacked, with their strings decoded; descriptions of the file. It is asked about every masked
 * copy before it is kept. It reads no glyphs: that a PDF is text-free there follows from the tree it was made of.
 */
export function findLeftWords(bytes: Uint8Array, words: readonly string[]): readonly string[] {
  return wordsLeftIn(textsIn(bytes), words);
}

function* textsIn(bytes: Uint8Array): Generator<string> {
  yield* decodings(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) yield* textsInZip(bytes);
  if (strFromU8(bytes.subarray(0, 5), true) === '%PDF-') yield* textsInPdf(bytes);
}

/** The same bytes as the encodings in which a word may lie in them. */
function* decodings(bytes: Uint8Array): Generator<string> {
  yield new TextDecoder('utf-8').decode(bytes);
  yield new TextDecoder('windows-1252').decode(bytes);
  yield new TextDecoder('utf-16le').decode(bytes);
  yield new TextDecoder('utf-16be').decode(bytes);
  yield new TextDecoder('utf-16be').decode(bytes.subarray(1));
}

function* textsInZip(bytes: Uint8Array): Generator<string> {
  for (const part of Object.values(unzipSync(bytes))) {
    const xml = strFromU8(part);
    yield xml;
    // A word may be cut into runs: what is read is the text between the tags.
    yield unescapeXml(xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, ''));
  }
}

function* textsInPdf(bytes: Uint8Array): Generator<string> {
  const raw = strFromU8(bytes, true);
  yield stringsOf(raw);
  for (const found of raw.matchAll(/stream\r?\n/g)) {
    const start = found.index + found[0].length;
    const end = raw.indexOf('endstream', start);
    const stream = bytes.subarray(start, end === -1 ? undefined : end);
    try {
      const unpacked = unzlibSync(stream);
      yield* decodings(unpacked);
      yield stringsOf(strFromU8(unpacked, true));
    } catch {
      // Not packed, or packed as a picture: it was read as it lies above.
    }
  }
}

/** The strings that PDF operators show, joined: `(Ka) -20 (rin)` and `<4B6172696E>` both read as a word. */
function stringsOf(content: string): string {
  const parts: string[] = [];
  for (const [, plain, hex] of content.matchAll(/\(((?:\\.|[^\\()])*)\)|<([0-9A-Fa-f\s]{2,})>/g))
    parts.push(plain ?? hexString(hex ?? ''));
  return `${parts.join('')}\n${parts.join(' ')}`;
}

/** A string in hexadecimal: UTF-16 when it says so, as descriptions are written, else a byte a letter. */
function hexString(hex: string): string {
  const bytes = Buffer.from(hex.replace(/\s/g, ''), 'hex');
  return bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder('utf-16be').decode(bytes) : bytes.toString('latin1');
}

function unescapeXml(xml: string): string {
  return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
