import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quickCorpus } from './corpus.ts';
import { readHostile } from './read-hostile.ts';

test('some forty hostile files each come to a reading or to one coded refusal, and the reader reads on', async () => {
  assert.ok(quickCorpus.length >= 30, 'the quick corpus has thirty files at least');
  const { outcomes } = await readHostile(quickCorpus);
  assert.equal(outcomes.length, quickCorpus.length);
  for (const { name, seconds } of outcomes) assert.ok(seconds < 15, `${name} took ${seconds.toFixed(1)} s`);
});

test('a packed gigabyte is refused with less than 150 MB by a process that has read nothing else', async (context) => {
  for (const file of quickCorpus.filter(({ name }) => /bomb-1gb/.test(name))) {
    const { outcomes } = await readHostile([file]);
    const { name, megabytes } = outcomes[0]!;
    context.diagnostic(`${name}: ${megabytes.toFixed(0)} MB`);
    assert.ok(megabytes > 0, 'it was measured');
    // The process has some 130 MB when it starts. A PDF is unpacked in pieces to be counted, which leaves some of them behind.
    assert.ok(
      megabytes < (name.endsWith('.pdf') ? 200 : 150),
      `${name} made the process take ${megabytes.toFixed(0)} MB`,
    );
  }
});
