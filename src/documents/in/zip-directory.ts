import { AppError } from '../../kernel/errors.ts';
import { holdLimit } from './limits.ts';

/** One entry of a packed file, as its directory tells of it. `start` is where its packed bytes begin. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly start: number;
};

const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const localMark = 0x04034b50;
/** The end record, and the longest comment that may follow it. */
const endLength = 22;
const longestComment = 65_535;
/** What the fields of 32 bits hold when the true value stands in a field of 64: no office file of ours is that large. */
const inSixtyFourBits = 0xffffffff;

/**
 * The directory of a packed file (DOCX, ODT), checked before anything is unpacked: not too many entries, not too large by what they say of
 * themselves, each where the directory says it is, under the same name, and no two on the same bytes. Names are only ever compared with the
 * names of the parts that a reader asks for; nothing is written under them.
 */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (offset === inSixtyFourBits || count === 0xffff) holdLimit('unpackedBytes', Number.POSITIVE_INFINITY);
  holdLimit('zipEntries', count);
  if (offset + size > end) throw damaged();
  const entries: ZipEntry[] = [];
  let position = offset;
  let unpacked = 0;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(bytes, view, position, end);
    entries.push(entry);
    position = next;
    unpacked += entry.unpacked;
    holdLimit('unpackedBytes', unpacked);
  }
  refuseOverlaps(entries, offset);
  return entries;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= 0 && at >= last - longestComment; at -= 1)
    if (view.getUint32(at, true) === endMark && at + endLength + view.getUint16(at + 20, true) <= view.byteLength)
      return at;
  throw damaged();
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, end: number) {
  if (at + 46 > end || view.getUint32(at, true) !== directoryMark) throw damaged();
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw damaged();
  const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  const local = view.getUint32(at + 42, true);
  if ([packed, unpacked, local].includes(inSixtyFourBits)) holdLimit('entryBytes', Number.POSITIVE_INFINITY);
  if (local + 30 > end || view.getUint32(local, true) !== localMark) throw damaged();
  const name = bytes.subarray(at + 46, at + 46 + nameLength);
  const localNameLength = view.getUint16(local + 26, true);
  const localName = bytes.subarray(local + 30, local + 30 + localNameLength);
  const start = local + 30 + localNameLength + view.getUint16(local + 28, true);
  if (start + packed > end || !sameBytes(name, localName)) throw damaged();
  const flags = view.getUint16(at + 8, true);
  // Bit 3 says that the sizes follow after the data; otherwise the entry says them itself, and must say the same.
  const saysItself = (flags & 8) === 0;
  const [localPacked, localUnpacked] = [view.getUint32(local + 18, true), view.getUint32(local + 22, true)];
  if (saysItself && localPacked !== inSixtyFourBits && (localPacked !== packed || localUnpacked !== unpacked))
    throw new AppError('document.unpacksOtherwise');
  const entry: ZipEntry = {
    name: new TextDecoder().decode(name),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    packed,
    unpacked,
    start,
  };
  return { entry, next };
}

/** Two entries that share bytes are how a small file unpacks to petabytes. */
function refuseOverlaps(entries: readonly ZipEntry[], directory: number): void {
  let free = 0;
  for (const { start, packed } of [...entries].sort((a, b) => a.start - b.start)) {
    if (start < free || start + packed > directory) throw new AppError('document.unpacksOtherwise');
    free = start + packed;
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function damaged(): AppError {
  return new AppError('document.damaged');
}
