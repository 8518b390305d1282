import { constants, deflateRawSync } from 'node:zlib';

/** An entry as it is to be written, and what its headers are to say instead of the truth. */
export type Entry = {
  readonly name: string;
  readonly data: Uint8Array;
  /** `data` is packed already and unpacks to this many bytes. */
  readonly unpacked?: number;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly says?: { readonly unpacked?: number; readonly packed?: number };
  readonly saysInDirectory?: { readonly unpacked?: number; readonly packed?: number; readonly at?: number };
  readonly nameInDirectory?: string;
};

/** Writes a packed file by hand, because no library writes one that lies. Checksums are left out: nobody who refuses looks at them. */
export function makeZip(
  entries: readonly Entry[],
  end: { readonly count?: number; readonly at?: number } = {},
): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const packed = entry.unpacked !== undefined || entry.stored ? Buffer.from(entry.data) : deflateRawSync(entry.data);
    const truth = { unpacked: entry.unpacked ?? entry.data.length, packed: packed.length, at };
    const local = header(0x04034b50, 30, entry, { ...truth, ...entry.says });
    directory.push(
      header(
        0x02014b50,
        46,
        { ...entry, name: entry.nameInDirectory ?? entry.name },
        { ...truth, ...entry.says, ...entry.saysInDirectory },
      ),
    );
    locals.push(local, packed);
    at += local.length + packed.length;
  }
  const all = Buffer.concat(directory);
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(end.count ?? entries.length, 8);
  last.writeUInt16LE(end.count ?? entries.length, 10);
  last.writeUInt32LE(all.length, 12);
  last.writeUInt32LE(end.at ?? at, 16);
  return Buffer.concat([...locals, all, last]);
}

function header(
  mark: number,
  length: number,
  { name, stored, flags = 0 }: Entry,
  { unpacked, packed, at }: { readonly unpacked: number; readonly packed: number; readonly at: number },
): Buffer {
  const bytes = Buffer.alloc(length);
  const words = Buffer.from(name, 'utf8');
  // The directory has two bytes more before the fields that both have.
  const shift = length === 46 ? 2 : 0;
  bytes.writeUInt32LE(mark, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(flags, 6 + shift);
  bytes.writeUInt16LE(stored ? 0 : 8, 8 + shift);
  bytes.writeUInt32LE(packed, 18 + shift);
  bytes.writeUInt32LE(unpacked, 22 + shift);
  bytes.writeUInt16LE(words.length, 26 + shift);
  if (length === 46) bytes.writeUInt32LE(at, 42);
  return Buffer.concat([bytes, words]);
}

/** Deflated bytes that unpack to many megabytes of one sign between a beginning and an end; about a thousandth of that size. */
export function deflatedRun(
  megabytes: number,
  sign: number,
  around: { before?: Uint8Array; after?: Uint8Array } = {},
): {
  readonly data: Uint8Array;
  readonly unpacked: number;
} {
  const piece = (bytes: Uint8Array) => deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const { before = new Uint8Array(), after = new Uint8Array() } = around;
  const megabyte = piece(new Uint8Array(1 << 20).fill(sign));
  return {
    data: Buffer.concat([
      piece(before),
      ...Array<Buffer>(megabytes).fill(megabyte),
      piece(after),
      deflateRawSync(new Uint8Array()),
    ]),
    unpacked: before.length + megabytes * (1 << 20) + after.length,
  };
}
