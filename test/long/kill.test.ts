import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runKillRounds } from '../storage/kill-rounds.ts';

const folder = mkdtempSync(join(tmpdir(), 'kansli-kill-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('two hundred kills lose no acknowledged write and leave no half transaction', async (context) => {
  const report = await runKillRounds({ folder, rounds: 200 });
  context.diagnostic(JSON.stringify(report));
  assert.ok(report.acknowledged > 1_000, 'the writer did write');
  assert.deepEqual([report.lost, report.half, report.brokenLogs], [[], [], []]);
});
