/**
 * A folder of files that others read while we write it: a web server, a copy to another machine. Each file is there as it was or as it becomes, never
 * half, whatever happens in between: its bytes are on disk under another name before the name is moved, and the folder is on disk after.
 */
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The few things that are done with a disk, so that a test can have one whose power goes. */
export type Disk = {
  readonly makeFolder: (path: string) => Promise<void>;
  /** Writes bytes; they are on disk only after `sync`. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly sync: (path: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** What is in a folder, and under which name, is on disk only after this. */
  readonly syncFolder: (path: string) => Promise<void>;
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  readonly list: (path: string) => Promise<readonly string[]>;
};

/** Files in the order in which they are to appear: what others point at comes before what points at it. */
export type OrderedFiles = readonly (readonly [name: string, bytes: Uint8Array])[];

const draftEnding = '.new';

/** Makes the folder hold these files and no others. What already has the right bytes is left alone; what is to go goes last. */
export async function writeWholeFiles(disk: Disk, folder: string, files: OrderedFiles): Promise<void> {
  await disk.makeFolder(folder);
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    const found = await disk.read(path);
    if (found && Buffer.compare(found, bytes) === 0) continue;
    const draft = `${path}${draftEnding}`;
    // What a crash left under this name may be the file itself; it is not written over.
    await disk.remove(draft);
    await disk.write(draft, bytes);
    await disk.sync(draft);
    await disk.rename(draft, path);
    await disk.syncFolder(folder);
  }
  const names = new Set(files.map(([name]) => name));
  const gone = (await disk.list(folder)).filter((name) => !names.has(name));
  for (const name of gone) await disk.remove(join(folder, name));
  if (gone.length > 0) await disk.syncFolder(folder);
}

/** The disk of this machine. */
export const nodeDisk: Disk = {
  makeFolder: async (path) => void (await mkdir(path, { recursive: true, mode: 0o755 })),
  write: async (path, bytes) => {
    const file = await open(path, 'w', 0o644);
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
  },
  sync: (path) => synced(path, 'r+'),
  rename,
  remove: (path) => rm(path, { force: true }),
  // Windows opens no folders; there a rename is durable by itself.
  syncFolder: (path) => synced(path, 'r').catch((error: NodeJS.ErrnoException) => tolerated(error)),
  read: (path) => readFile(path).catch((error: NodeJS.ErrnoException) => absent(error)),
  list: (path) =>
    readdir(path).catch((error: NodeJS.ErrnoException) => {
      absent(error);
      return [];
    }),
};

async function synced(path: string, flags: string): Promise<void> {
  const handle: FileHandle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function tolerated(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EISDIR' && error.code !== 'EPERM') throw error;
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
