import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { missingEntries } from '../../scripts/complete-lock.ts';
import { readRepositoryFile, repositoryRoot } from './repository.ts';

type Locked = {
  version?: string;
  resolved?: string;
  dev?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
};
type Manifest = {
  name?: string;
  version?: string;
  license?: string | { type?: string };
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
};

const lock = JSON.parse(readRepositoryFile('package-lock.json')) as { packages: Record<string, Locked> };
const manifest = JSON.parse(readRepositoryFile('package.json')) as Manifest;
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

/** Licences under which the product may be given on together with EUPL-1.2. A new one is a decision, not a line added in passing. */
const acceptedLicences = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Zlib',
  'Unlicense',
  'CC0-1.0',
  'PostgreSQL',
];

test('the lock file is complete on every platform', () => {
  assert.deepEqual(
    Object.keys(missingEntries(lock)),
    [],
    'Run "npm run lock": npm ci refuses a lock that lacks other platforms.',
  );
});

test('a lock that lacks a platform is seen', () => {
  const holed = { packages: { 'node_modules/a': { optionalDependencies: { 'a-darwin-arm64': '1.0.0' } } } };
  assert.deepEqual(missingEntries(holed), {
    'node_modules/a-darwin-arm64': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] },
  });
});

test('every dependency is pinned to one exact version, the same in package.json and the lock', () => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, `${name}: write the exact version, for example 1.2.3.`);
    assert.equal(
      lock.packages[`node_modules/${name}`]?.version,
      version,
      `${name}: run npm install, then npm run lock.`,
    );
  }
});

test('the lock names no host, so that it works with any registry', () => {
  assert.deepEqual(
    locked.filter(([, entry]) => entry.resolved).map(([path]) => path),
    [],
  );
  assert.doesNotMatch(readRepositoryFile('package-lock.json'), /https?:\/\/[^"]*\.tgz/);
});

test('every package of the lock has a version, and what is installed is what is locked', () => {
  for (const [path, entry] of locked) {
    assert.ok(entry.version, `${path} has no version.`);
    const installed = manifestAt(path);
    if (installed) assert.equal(installed.version, entry.version, `${path}: run npm ci.`);
    else assert.ok(entry.optional || entry.dev, `${path} is locked but not installed: run npm ci.`);
  }
});

test('the licences of everything that is shipped are on the list', () => {
  const refused = locked.flatMap(([path, entry]) => {
    const installed = entry.dev ? undefined : manifestAt(path);
    if (!installed) return [];
    const licence = licenceOf(installed);
    return licenceAccepted(licence) ? [] : [`${path}: ${licence}`];
  });
  assert.deepEqual(refused, [], 'Choose another package, or write a decision record and add the licence to the list.');
});

test('an expression of licences is accepted when what it asks for is', () => {
  for (const fine of ['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND OFL-1.1', 'Apache-2.0'])
    assert.ok(licenceAccepted(fine), fine);
  for (const bad of ['GPL-3.0-only', 'AGPL-3.0', 'MIT AND GPL-2.0', 'UNLICENSED', '', 'SEE LICENSE IN x'])
    assert.ok(!licenceAccepted(bad), bad);
});

test('the two runtimes agree: package.json pins the Node that the tests run on', () => {
  assert.equal(
    `v${manifest.dependencies?.node}`,
    process.version,
    'Run through npm (npm test), which puts the pinned Node first.',
  );
});

function manifestAt(path: string): Manifest | undefined {
  const file = join(repositoryRoot, path, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined;
}

function licenceOf({ license }: Manifest): string {
  return typeof license === 'object' ? (license.type ?? '') : (license ?? '');
}

/** `A OR B` is accepted when one of them is, `A AND B` when both are. */
function licenceAccepted(expression: string): boolean {
  const bare = expression.replace(/[()]/g, '').trim();
  if (bare.includes(' OR ')) return bare.split(' OR ').some(licenceAccepted);
  return bare.split(' AND ').every((licence) => acceptedLicences.includes(licence.trim()));
}
