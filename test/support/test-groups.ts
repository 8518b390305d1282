import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, matchesGlob, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Files that want a process of their own: they start programs, measure time or memory, or take so long that two side by side are sooner done than
 * one after the other. They begin first.
 */
const alone = [
  'test/{browser,hostile,journeys,long,storage}/**',
  'test/web-shell/in-the-browser.test.ts',
  'test/web-shell/components.test.ts',
  'test/web/authorisation-matrix.test.ts',
  'test/reading/quality.test.ts',
  'src/cli/**',
  'src/notice-board-files.test.ts',
];

/** How many files share a process. Loading the product takes a second or two, which they pay once; more would fill the memory and even out worse. */
const perGroup = 12;

/** The test files in groups, each of which is run by one process: those that are alone first, the others with their neighbours. */
export function groupTests(files: readonly string[]): readonly (readonly string[])[] {
  const isAlone = (file: string) => alone.some((pattern) => matchesGlob(file, pattern));
  const shared = files.filter((file) => !isAlone(file));
  const groups = files.filter(isAlone).map((file) => [file]);
  const count = Math.ceil(shared.length / perGroup);
  for (let index = 0; index < count; index += 1) {
    const [from, to] = [index, index + 1].map((at) => Math.round((at * shared.length) / count));
    groups.push(shared.slice(from, to));
  }
  return groups;
}

/** Writes a file for each group that runs its files one after the other, each as a suite that bears its name; answers the folder and the files. */
export function writeGroups(groups: readonly (readonly string[])[]): {
  readonly folder: string;
  readonly files: readonly string[];
} {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-test-groups-'));
  const files = groups.map((group, index) => {
    const suites = group.map((file) => {
      const address = JSON.stringify(pathToFileURL(resolve(file)).href);
      return `describe(${JSON.stringify(file)}, async () => {\n  await import(${address});\n});\n`;
    });
    // The runner takes them in the order of their names.
    const name = join(folder, `${String(index).padStart(4, '0')}.mjs`);
    writeFileSync(name, `import { describe } from 'node:test';\n${suites.join('')}`);
    return name;
  });
  return { folder, files };
}
