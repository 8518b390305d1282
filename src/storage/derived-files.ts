import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Files that were made from others and can be made again: pictures of pages. They are no part of the register, so that a backup may leave them
 * out; the oldest make room when there are too many.
 */
export type DerivedFiles = {
  readonly find: (name: string) => Promise<Uint8Array | undefined>;
  readonly keep: (name: string, bytes: Uint8Array) => Promise<void>;
};

const names = /^[0-9a-z][0-9a-z.-]{0,150}$/;
/** How many files are kept before one looks at how much they are. */
const lookEvery = 50;

export function openDerivedFiles(folder: string, options: { readonly maxBytes: number }): DerivedFiles {
  const pathOf = (name: string) => {
    if (!names.test(name))
      throw new Error(`"${name}" is not the name of a derived file: use a hash, figures and dots.`);
    return join(folder, name);
  };
  let kept = 0;
  return {
    find: async (name) => await readFile(pathOf(name)).catch(() => undefined),
    keep: async (name, bytes) => {
      const path = pathOf(name);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = `${path}.${process.pid}.${performance.now()}`;
      await writeFile(draft, bytes, { mode: 0o600 });
      await rename(draft, path);
      kept += 1;
      if (kept % lookEvery === 0) await makeRoom(folder, options.maxBytes);
    },
  };
}

async function makeRoom(folder: string, maxBytes: number): Promise<void> {
  const files: { readonly path: string; readonly size: number; readonly at: number }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) files.push({ path, size: found.size, at: found.mtimeMs });
  }
  let size = files.reduce((sum, one) => sum + one.size, 0);
  for (const one of files.sort((a, b) => a.at - b.at)) {
    if (size <= maxBytes) return;
    await rm(one.path, { force: true });
    size -= one.size;
  }
}
