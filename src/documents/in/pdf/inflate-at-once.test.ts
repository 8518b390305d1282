import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { InflateAtOnce } from './inflate-at-once.ts';

/** Writes all pieces and reads what comes out, as pdf.js does. */
async function unpack(pieces: readonly Uint8Array[]): Promise<Buffer> {
  const stream = new InflateAtOnce('deflate');
  const writer = stream.writable.getWriter();
  for (const piece of pieces) writer.write(piece).catch(() => {});
  writer.close().catch(() => {});
  return buffer(stream.readable);
}

test('what was packed comes out again, in however many pieces it is written', () =>
  fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), fc.nat(), async (bytes, cut) => {
      const packed = deflateSync(bytes);
      const at = cut % packed.length;
      assert.deepEqual(await unpack([packed.subarray(0, at), packed.subarray(at)]), Buffer.from(bytes));
    }),
  ));

test('a stream that is damaged or cut short fails, so that pdf.js takes what its own unpacker can save', async () => {
  const packed = deflateSync(Buffer.from('Sammanträdesprotokoll '.repeat(20)));
  await assert.rejects(unpack([packed.subarray(0, packed.length - 12)]));
  await assert.rejects(unpack([Buffer.from('not packed')]));
});

test('an unknown format is refused as the stream of the web does', () => {
  assert.throws(() => new InflateAtOnce('zip'), TypeError);
});
