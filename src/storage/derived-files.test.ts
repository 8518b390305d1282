import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openDerivedFiles } from './derived-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'kansli-derived-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('what was kept is found, and what was not is not', async () => {
  const files = openDerivedFiles(folder, { maxBytes: 1000 });
  assert.equal(await files.find('ab-1.png'), undefined);
  await files.keep('ab-1.png', new Uint8Array([1, 2]));
  assert.deepEqual([...(await files.find('ab-1.png'))!], [1, 2]);
  await assert.rejects(files.find('../config'), /not the name/);
});

test('the oldest make room when there are too many', async () => {
  const files = openDerivedFiles(folder, { maxBytes: 1000 });
  for (let index = 0; index < 50; index += 1) await files.keep(`x-${index}.png`, new Uint8Array(100));
  assert.ok(readdirSync(folder).length <= 10);
  assert.ok(await files.find('x-49.png'), 'the newest stays');
});
