import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runKillRounds } from './kill-rounds.ts';

const folder = mkdtempSync(join(tmpdir(), 'kansli-kill-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('ten kills lose no acknowledged write and leave no half transaction', async (context) => {
  const report = await runKillRounds({ folder: join(folder, 'late'), rounds: 10 });
  context.diagnostic(JSON.stringify(report));
  assert.ok(report.acknowledged > 10, 'the writer did write');
  assert.deepEqual([report.lost, report.half, report.brokenLogs], [[], [], []]);
  assert.ok(report.slowestOpening < 20_000, `opening took ${report.slowestOpening} ms`);
});

test('a writer that acknowledges before the commit is caught (negative control)', async () => {
  const report = await runKillRounds({ folder: join(folder, 'early'), rounds: 2, early: true });
  assert.ok(report.lost.length > 0, 'the harness would not notice a loss');
  assert.deepEqual([report.half, report.brokenLogs], [[], []]);
});
