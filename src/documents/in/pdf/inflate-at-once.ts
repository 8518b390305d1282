import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

const unpackers: Readonly<Record<string, (packed: Uint8Array) => Uint8Array>> = {
  deflate: inflateSync,
  'deflate-raw': inflateRawSync,
  gzip: gunzipSync,
  brotli: brotliDecompressSync,
};

/** The web's `DecompressionStream`, with the same contract, that unpacks when all has been written and in this thread. */
export class InflateAtOnce extends TransformStream<Uint8Array, Uint8Array> {
  constructor(format: string) {
    const unpack = unpackers[format];
    if (!unpack) throw new TypeError(`Unknown compression format: ${format}`);
    const packed: Uint8Array[] = [];
    super({
      transform: (piece) => {
        packed.push(piece);
      },
      flush: (controller) => controller.enqueue(unpack(packed.length === 1 ? packed[0]! : Buffer.concat(packed))),
    });
  }
}

/**
 * Gives pdf.js a quicker way to unpack pages, which it looks for in this global. That of Node sends each page to another thread and back through
 * streams made for endless data, which takes longer than unpacking it. A stream that unpacks too large is refused before (`guard-pdf.ts`).
 */
export function unpackAtOnce(): void {
  globalThis.DecompressionStream = InflateAtOnce as unknown as typeof DecompressionStream;
}
