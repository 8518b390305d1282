import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transitionRows } from '../../scripts/code-tables.ts';
import { referenceFiles } from '../../scripts/regenerate-reference.ts';
import { readRepositoryFile, repositoryFiles } from './repository.ts';

const repair = 'Run "node scripts/regenerate-reference.ts".';

test('the reference says what the code says', async () => {
  const files = await referenceFiles();
  assert.ok(Object.keys(files).length >= 3);
  for (const [path, text] of Object.entries(files)) {
    assert.ok(repositoryFiles('docs').includes(path), `${path} is missing. ${repair}`);
    assert.ok(readRepositoryFile(path) === text, `${path} is out of date. ${repair}`);
  }
});

/** Figures that were measured, and a format that programs of others are written from, stand beside what is made from the code: no script can write them. */
const writtenByHand = ['docs/reference/benchmarks.md', 'docs/reference/log-format.md'];

test('docs/reference holds nothing that nobody writes any more', async () => {
  const made = Object.keys(await referenceFiles());
  assert.deepEqual(
    repositoryFiles('docs/reference').filter((path) => !made.includes(path) && !writtenByHand.includes(path)),
    [],
    'Remove these files, or write them in scripts/regenerate-reference.ts.',
  );
});

test('a table of transitions is read in every form in use', () => {
  const row = { from: 'draft', by: 'approve', to: 'approved', who: '' };
  assert.deepEqual(transitionRows([{ from: 'draft', action: 'approve', to: 'approved' }]), [row]);
  assert.deepEqual(transitionRows({ draft: { approve: 'approved' } }), [row]);
  assert.deepEqual(transitionRows({ draft: { approve: { to: 'approved', roles: ['chair', 'member'] } } }), [
    { ...row, who: 'chair, member' },
  ]);
  assert.deepEqual(transitionRows({ approve: { from: ['draft'], to: 'approved' } }), [row]);
  assert.deepEqual(transitionRows([{ action: 'edit', from: ['draft'], to: 'same' }]), [
    { ...row, by: 'edit', to: 'draft' },
  ]);
  assert.deepEqual(transitionRows(undefined), []);
});
