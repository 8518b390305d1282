import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocument } from './read-document.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('text is read, whatever its name', async () => {
  assert.equal((await readDocument({ fileName: 'x.bin', bytes: bytes('Kallelse\n') })).blocks.length, 1);
});

for (const [what, content] of [
  ['a PDF', bytes('%PDF-1.7 text')],
  ['an archive', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0])],
  ['control characters', Uint8Array.from(Array(100).fill(1))],
] as const)
  test(`${what} is refused with the reason`, async () => {
    await assert.rejects(readDocument({ fileName: 'fil', bytes: content }), { code: 'document.unknownFormat' });
  });
