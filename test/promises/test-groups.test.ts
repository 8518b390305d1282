import assert from 'node:assert/strict';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { groupTests, writeGroups } from '../support/test-groups.ts';

const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts']).sort();

test('every test file is in one group, and a file that wants a process of its own is alone in it', () => {
  const groups = groupTests(files);
  assert.deepEqual(groups.flat().sort(), files);
  for (const group of groups)
    assert.ok(group.length === 1 || !group.some((file) => file.startsWith('test/journeys/')), group.join(' '));
  assert.ok(groups.length < files.length / 3, 'control: most of them share');
});

test('what is written for the runner imports each file of its group under its own name', () => {
  const written = writeGroups([['src/kernel/fill-text.test.ts', 'src/kernel/id.test.ts'], ['test/long/kill.test.ts']]);
  const texts = written.files.map((file) => readFileSync(file, 'utf8'));
  rmSync(written.folder, { recursive: true });
  assert.deepEqual(
    texts.map((text) => [...text.matchAll(/describe\("(.*)"/g)].map(([, name]) => name)),
    [['src/kernel/fill-text.test.ts', 'src/kernel/id.test.ts'], ['test/long/kill.test.ts']],
  );
  assert.match(texts[1]!, /await import\("file:\/\/\/.*\/test\/long\/kill\.test\.ts"\)/);
});
