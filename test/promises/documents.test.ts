import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { test } from 'node:test';
import { allRoutes } from '../../src/web/routes.ts';
import { readRepositoryFile, repositoryFiles, repositoryRoot } from './repository.ts';

const pages = repositoryFiles().filter((path) => path.endsWith('.md') && !path.includes('/fixtures/'));

const addresses = new Set<string>(allRoutes({ development: false, demoLogins: [] }).map((route) => route.path));

/** A link of the user guide that begins with a slash is an address of the product; every other link is a file beside the document. */
function leads(folder: string, target: string): boolean {
  if (target.startsWith('/')) return folder === 'docs/handbok' && addresses.has(target);
  return existsSync(join(repositoryRoot, folder, target));
}

test('every link between the documents leads somewhere', () => {
  const dead = pages.flatMap((path) =>
    [...readRepositoryFile(path).matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)].flatMap(([, target]) =>
      leads(dirname(path), target ?? '') ? [] : [`${path} links to ${target}`],
    ),
  );
  assert.deepEqual(dead, []);
});

test('every file that a document names exists', () => {
  const files = repositoryFiles();
  const wrong = pages.flatMap((path) =>
    [...readRepositoryFile(path).matchAll(/`((?:src|test|docs|scripts|bench|bin)\/[\w./-]+)`/g)].flatMap(
      ([, named]) => {
        const target = posix.normalize(named ?? '').replace(/\/$/, '');
        return files.includes(target) || files.some((file) => file.startsWith(`${target}/`))
          ? []
          : [`${path} names ${named}`];
      },
    ),
  );
  assert.deepEqual(wrong, []);
});

test('the README has a line for every npm script, and CI runs what it promises', () => {
  const { scripts } = JSON.parse(readRepositoryFile('package.json')) as { scripts: Record<string, string> };
  const readme = readRepositoryFile('README.md');
  for (const name of Object.keys(scripts)) {
    const command = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
    assert.match(readme, new RegExp(`\`${command}\`[^\n]*\\w`), `README.md has no line for \`${command}\`.`);
  }
  const ci = readRepositoryFile('.ci/run');
  for (const command of ['npm ci', 'npm run check', 'npm test'])
    assert.ok(ci.includes(`\n${command}\n`), `.ci/run does not run ${command}.`);
});

test('decisions are numbered once, dated, and say what would reverse them', () => {
  const records = pages.filter((path) => path.startsWith('docs/decisions/'));
  assert.ok(records.length >= 10);
  const numbers = records.map((path) => /\/(\d{3})-[a-z0-9-]+\.md$/.exec(path)?.[1]);
  assert.equal(
    new Set(numbers).size,
    records.length,
    `two records share a number, or one has none: ${records.join(', ')}`,
  );
  for (const path of records) {
    const text = readRepositoryFile(path);
    assert.match(text, /^# \d{3}\. \S/, `${path}: the title begins with its number.`);
    assert.match(text, /\b20\d\d-\d\d-\d\d\b/, `${path}: write the date.`);
    for (const part of ['Context', 'Decision', 'Consequences', 'What would reverse it'])
      assert.match(text, new RegExp(`^## ${part}`, 'm'), `${path}: the part "${part}" is missing.`);
  }
});
