/** Two thousand random days of notice boards: what the files show each minute is what was decided, and the proof has every gap. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runTimeline } from '../support/board-model.ts';

const count = 2_000;

test('in two thousand random days the files show what is decided each minute, and the proof has each gap', async () => {
  for (let seed = 0; seed < count; seed += 1) assert.deepEqual(await runTimeline(seed), [], `seed ${seed}`);
});

test('controls: files written without the order of writing, and a clock that takes no notice of gaps, are found out again and again', async () => {
  const found = { carelessWriting: 0, gapsIgnored: 0 };
  for (let seed = 0; seed < count / 4; seed += 1)
    for (const sabotage of ['carelessWriting', 'gapsIgnored'] as const)
      if ((await runTimeline(seed, { [sabotage]: true })).length > 0) found[sabotage] += 1;
  assert.ok(found.carelessWriting > 5 && found.gapsIgnored > 50, JSON.stringify(found));
});
