import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longFiles } from './long-files.ts';
import { readRepositoryFile, repositoryFiles } from './repository.ts';

/** A limit says how long files of a kind may be: `look` needs a reason in `long-files.ts`, `never` cannot be talked away. */
type Limit = { readonly kind: string; readonly files: RegExp; readonly look: number; readonly never: number };

/**
 * Asked in order; the first that fits counts. Logic is hard to keep in the head, so its files are short. Lists that are read row by row (texts,
 * the invented region, tables of test cases) may be longer, because a reader looks things up in them instead of following them.
 */
const limits: readonly Limit[] = [
  { kind: 'texts', files: /^src\/web\/texts\/|\/texts\.ts$/, look: 600, never: 900 },
  { kind: 'example data', files: /^src\/demo\/|^test\/support\/|\.examples\.ts$/, look: 400, never: 600 },
  { kind: 'tests', files: /\.test\.ts$|^test\//, look: 400, never: 600 },
  { kind: 'look', files: /\.css$/, look: 400, never: 600 },
  { kind: 'program', files: /\.(ts|mjs|js|typ)$/, look: 250, never: 400 },
];

const judged = repositoryFiles().filter((path) => /\.(ts|mjs|js|typ|css)$/.test(path) && !path.includes('/fixtures/'));

test('every file is short enough to be read in one go', () => {
  const tooLong = judged.flatMap((path) => {
    const say = lengthBreach(path, lineCount(path), longFiles);
    return say ? [say] : [];
  });
  assert.equal(tooLong.join('\n'), '');
});

test('the list of long files holds nothing that is not long', () => {
  for (const [path, reason] of Object.entries(longFiles)) {
    assert.ok(judged.includes(path), `${path} stands in long-files.ts but does not exist: remove its line.`);
    assert.ok(lengthBreach(path, lineCount(path), {}), `${path} is short again: remove its line from long-files.ts.`);
    assert.ok(reason.split(/\s+/).length >= 5, `${path}: say in a sentence why it is one file.`);
  }
});

test('made-up files that are too long are refused', () => {
  const reason = { 'src/kernel/a.ts': 'One long table that is read row by row.', 'src/web/b.css': 'x' };
  assert.equal(lengthBreach('src/kernel/a.ts', 250, {}), undefined);
  assert.match(lengthBreach('src/kernel/a.ts', 251, {}) ?? '', /long-files\.ts/);
  assert.equal(lengthBreach('src/kernel/a.ts', 400, reason), undefined);
  assert.match(lengthBreach('src/kernel/a.ts', 401, reason) ?? '', /never/);
  assert.match(lengthBreach('src/kernel/a.test.ts', 601, {}) ?? '', /never/);
  assert.equal(lengthBreach('src/web/pages/goals/texts.ts', 600, {}), undefined);
});

function lengthBreach(path: string, lines: number, reasons: Readonly<Record<string, string>>): string | undefined {
  const limit = limits.find(({ files }) => files.test(path));
  if (!limit || lines <= limit.look) return undefined;
  if (lines > limit.never)
    return `${path} has ${lines} lines; ${limit.kind} are never over ${limit.never}. Split it by what it speaks of.`;
  if (path in reasons) return undefined;
  return `${path} has ${lines} lines. Look at it twice: split it, or give it a line with a reason in test/promises/long-files.ts.`;
}

function lineCount(path: string): number {
  return readRepositoryFile(path).trimEnd().split('\n').length;
}
