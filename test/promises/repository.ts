import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, wherever it was cloned. */
export const repositoryRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Folders that are made by running the project and are never part of it, as `.gitignore` has them: some anywhere, some at the root only. */
const notOurs = /(^|\/)(\.git|node_modules|data|coverage)$|^out$/;

/** Every file of the repository as a path with `/` from its root, sorted; also those not yet committed, because they soon will be. */
export function repositoryFiles(under = ''): readonly string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = relative(repositoryRoot, join(folder, entry.name)).split(sep).join('/');
      if (entry.isDirectory()) {
        if (!notOurs.test(path)) walk(join(folder, entry.name));
      } else if (entry.isFile() && !entry.name.endsWith('.log')) found.push(path);
    }
  };
  walk(join(repositoryRoot, under));
  return found.sort();
}

/** The text of a file of the repository. */
export function readRepositoryFile(path: string): string {
  return readFileSync(join(repositoryRoot, path), 'utf8');
}

const textual = /\.(ts|mjs|js|json|css|md|html|svg|txt|typ|sql|yml|yaml)$|(^|\/)(\.[a-z]+|LICENSE|run)$/;

/** Whether the file is text that people write, so that it can be searched; fonts, images and PDFs are not. */
export function isTextFile(path: string): boolean {
  return textual.test(path);
}

/** The program files: TypeScript that runs in the product, without the tests that lie beside it. */
export function productFiles(): readonly string[] {
  return repositoryFiles('src').filter((path) => path.endsWith('.ts') && !isTestFile(path));
}

export function isTestFile(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('test/');
}
