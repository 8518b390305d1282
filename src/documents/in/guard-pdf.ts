import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createInflate } from 'node:zlib';
import { AppError } from '../../kernel/errors.ts';
import { readingLimits } from './limits.ts';

/** A stream can grow a thousandfold when it is unpacked: below this size it cannot grow past the limit, unless it is packed twice. */
const harmless = Math.floor(readingLimits.entryBytes / 1_032);
/** As much of the dictionary before a stream as is looked at. */
const dictionaryLength = 1_024;
const megabytes = readingLimits.entryBytes / 1_000_000;

/**
 * Refuses a PDF in which a stream unpacks to more than any page has to say. The library unpacks a stream whole before it looks at it, so that this
 * must be asked before. Pictures are left out: they are unpacked only when a page is drawn, and have a limit of their own.
 */
export async function guardPdf(bytes: Uint8Array): Promise<void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    if (buffer.toString('latin1', at - 3, at) === 'end') continue;
    const before = buffer.toString('latin1', Math.max(0, at - dictionaryLength), at);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (layers === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const start = at + (buffer[at + 6] === 0x0d ? 8 : 7);
    const end = buffer.indexOf('endstream', start);
    const packed = buffer.subarray(start, end < 0 ? buffer.length : end);
    if (layers > 1 || packed.length > harmless) await holdUnpacked(packed, layers);
  }
}

/** Unpacks through all layers at once and only counts, so that asking takes no memory to speak of. */
async function holdUnpacked(packed: Uint8Array, layers: number): Promise<void> {
  const unpackers = Array.from({ length: layers }, () => createInflate({ finishFlush: constants.Z_SYNC_FLUSH }));
  let length = 0;
  const count = new Writable({
    write: (piece: Buffer, _, done) => {
      length += piece.length;
      done(length > readingLimits.entryBytes ? new AppError('document.unpacksTooLarge', { megabytes }) : null);
    },
  });
  try {
    await pipeline([Readable.from([packed]), ...unpackers, count]);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // What is damaged otherwise, or is packed in another order, is for the library to judge.
  }
}
