import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runTimeline } from '../test/support/board-model.ts';

test('in random days with crashes, restores and moved clocks the files show what is decided, and the proof has each gap', async () => {
  for (let seed = 0; seed < 150; seed += 1) assert.deepEqual(await runTimeline(seed), []);
});

test('control: who writes into the file itself is found out', async () => {
  const found = await breaches({ carelessWriting: true }, 60);
  assert.ok(
    found.some((one) => /torn|never decided/.test(one)),
    found.join('\n'),
  );
});

test('control: a clock that takes no notice of gaps is found out', async () => {
  const found = await breaches({ gapsIgnored: true }, 20);
  assert.ok(
    found.some((one) => /the proof says otherwise/.test(one)),
    found.join('\n'),
  );
});

async function breaches(sabotage: Parameters<typeof runTimeline>[1], count: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (let seed = 0; seed < count; seed += 1) found.push(...(await runTimeline(seed, sabotage)));
  return found;
}
