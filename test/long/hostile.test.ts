import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { corpus } from '../hostile/corpus.ts';
import { readHostile } from '../hostile/read-hostile.ts';

const folder = mkdtempSync(join(tmpdir(), 'kansli-hostile-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('every hostile file comes to a reading or to one coded refusal', async (context) => {
  assert.ok(corpus.length >= 300, `the corpus has ${corpus.length} files`);
  assert.equal(new Set(corpus.map(({ name }) => name)).size, corpus.length, 'every file has a name of its own');
  const { outcomes, faults } = await readHostile(corpus, ({ name, came, seconds, megabytes }) => {
    if (seconds > 5 || megabytes > 400)
      context.diagnostic(`${name}: ${came}, ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`);
  });
  const counts: Record<string, number> = {};
  for (const { came } of outcomes) counts[came] = (counts[came] ?? 0) + 1;
  context.diagnostic(`${outcomes.length} files: ${JSON.stringify(counts)}; ${faults.length} ended the process`);
  for (const fault of faults) context.diagnostic(fault.split('\n').slice(0, 3).join(' '));
});

test('a file of 512 MB is refused by its size, before any of it is read', () => {
  const path = join(folder, 'stor.pdf');
  writeFileSync(path, '%PDF-1.7\n');
  truncateSync(path, 512_000_000);
  const program = fileURLToPath(new URL('../../bin/kansli.mjs', import.meta.url));
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [program, 'read', path], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /stor\.pdf”? är större än 50 megabyte|“stor\.pdf” is larger than 50 megabytes/);
  assert.ok(performance.now() - started < 10_000);
});
