import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { AppError } from '../kernel/errors.ts';
import { openBlobs } from './blobs.ts';

const folder = mkdtempSync(join(tmpdir(), 'kansli-blobs-'));
after(() => rmSync(folder, { recursive: true }));
const blobs = openBlobs(folder, { maxBytes: 1_000_000 });

test('the same bytes are kept once, under their hash', async () => {
  const bytes = new TextEncoder().encode('protokoll');
  const [first, second] = await Promise.all([blobs.put(bytes), blobs.put(bytes)]);
  assert.equal(first, second);
  assert.deepEqual(new Uint8Array(await blobs.get(first)), bytes);
  assert.equal(blobs.has(first), true);
  assert.deepEqual(readdirSync(join(folder, first.slice(0, 2), first.slice(2, 4))), [first]);
});

test('a file that was changed on disk is not given out', async () => {
  const hash = await blobs.put(new Uint8Array([1, 2, 3]));
  writeFileSync(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash), new Uint8Array([1, 2, 4]));
  await assert.rejects(blobs.get(hash), /changed on disk/);
});

test('more than the cap is refused, with the cap in the message', async () => {
  await assert.rejects(
    blobs.put(new Uint8Array(1_000_001)),
    (error) => error instanceof AppError && error.code === 'storage.fileTooLarge' && error.values.megabytes === 1,
  );
});

test('what is no hash is no path', async () => {
  await assert.rejects(blobs.get('../../etc/passwd'), /must be a SHA-256/);
  assert.equal(blobs.has('0'.repeat(64)), false);
});
