import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quickCorpus } from './corpus.ts';
import { readHostile } from './read-hostile.ts';

test('some forty hostile files each come to a reading or to one coded refusal, and the reader reads on', async (context) => {
  const before = process.memoryUsage().rss;
  const { outcomes } = await readHostile(quickCorpus);
  assert.equal(outcomes.length, quickCorpus.length);
  for (const { name, seconds } of outcomes) assert.ok(seconds < 15, `${name} took ${seconds.toFixed(1)} s`);
  const bombs = outcomes.filter(({ name }) => /bomb-1gb/.test(name));
  for (const { name, megabytes } of bombs) {
    context.diagnostic(`${name}: ${megabytes.toFixed(0)} MB`);
    // The process has some 130 MB when it starts; a PDF is unpacked in pieces to be counted.
    assert.ok(
      megabytes < (name.endsWith('.pdf') ? 200 : 150),
      `${name} made the process take ${megabytes.toFixed(0)} MB`,
    );
  }
  const grown = (process.memoryUsage().rss - before) / 1_000_000;
  context.diagnostic(`this process grew by ${grown.toFixed(0)} MB`);
});
