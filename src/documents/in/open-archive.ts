import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../kernel/errors.ts';
import { holdLimit } from './limits.ts';
import { decodeXml } from './xml/decode-xml.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** A packed document (DOCX, ODT): its parts by name, unpacked one by one when they are asked for. */
export type Archive = {
  readonly names: ReadonlySet<string>;
  /** The bytes of a part, or undefined when there is no such part. */
  readonly bytes: (name: string) => Uint8Array | undefined;
  /** The text of an XML part, for `parseXml`. */
  readonly xml: (name: string) => string | undefined;
};

const stored = 0;
const deflated = 8;
const largestPiece = 1_000_000;

/** Opens a packed document. Everything that a directory can lie about is refused here, with one code for each kind of lie. */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = new Map<string, ZipEntry>();
  for (const entry of readZipDirectory(bytes)) {
    // Two parts of one name are two documents in one: which of them a program shows differs from program to program.
    if (entries.has(entry.name)) throw new AppError('document.damaged');
    entries.set(entry.name, entry);
  }
  const read = (name: string) => {
    const entry = entries.get(name);
    return entry && unpack(bytes, entry);
  };
  return {
    names: new Set(entries.keys()),
    bytes: read,
    xml: (name) => {
      const part = read(name);
      return part && decodeXml(part);
    },
  };
}

/** Unpacks one entry into as much as it said that it is, and not a byte more. */
function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw new AppError('document.encrypted');
  holdLimit('entryBytes', entry.unpacked);
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  if (entry.method === stored) {
    if (entry.packed !== entry.unpacked) throw new AppError('document.unpacksOtherwise');
    return packed;
  }
  if (entry.method !== deflated) throw new AppError('document.damaged');
  let unpacked: Uint8Array;
  try {
    unpacked = inflateRawSync(packed, {
      maxOutputLength: Math.max(entry.unpacked, 1),
      // Most parts come in one piece, which saves copying; what an entry says of itself is not believed beyond that.
      chunkSize: Math.min(Math.max(entry.unpacked + 1, 64), largestPiece),
    });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? new AppError('document.unpacksOtherwise')
      : new AppError('document.damaged', {}, error);
  }
  if (unpacked.length !== entry.unpacked) throw new AppError('document.unpacksOtherwise');
  return unpacked;
}
