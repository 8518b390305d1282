import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, truncate, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../kernel/errors.ts';

/** The name of a file's content: its SHA-256 in hexadecimal. The same bytes are kept once, and what is kept cannot change unnoticed. */
export type BlobHash = string;

/** The files of the register, outside SQL. Which record a file belongs to, and who may read it, is said by the records alone. */
export type Blobs = {
  /** Keeps bytes, on disk when the promise resolves, and answers with their name. More than the cap is refused. */
  readonly put: (bytes: Uint8Array) => Promise<BlobHash>;
  /** The bytes of a name; throws when they are missing, or are no longer the bytes that were put. */
  readonly get: (hash: BlobHash) => Promise<Uint8Array>;
  readonly has: (hash: BlobHash) => boolean;
  /**
   * Destroys bytes that nothing refers to. `isReferred` is asked when the file is already out of the way, so that whoever hands in the same bytes
   * meanwhile writes them anew; answers what became of them. What was handed in within the last hour may have a record on its way: `storage.fileInUse`.
   */
  readonly remove: (hash: BlobHash, isReferred: () => Promise<boolean>) => Promise<BlobRemoval>;
};

/** What became of bytes that were to be removed: destroyed, kept because a record refers to them, or not there any more. */
export type BlobRemoval = 'removed' | 'kept' | 'gone';

/** A file that was destroyed leaves its name, so that who asks for it learns that it is no fault. */
const disposedMark = '.gallrad';
/** How long a file that was handed in is let alone: far longer than any request that will make a record of it. */
const restingTime = 3_600_000;

const hashPattern = /^[0-9a-f]{64}$/;

/** Opens a folder of files: `<folder>/ab/cd/abcd…`. */
export function openBlobs(folder: string, options: { readonly maxBytes: number; readonly restingMs?: number }): Blobs {
  const pathOf = (hash: BlobHash) => {
    if (!hashPattern.test(hash))
      throw new Error(`"${hash}" is not the name of a file: it must be a SHA-256 in hexadecimal.`);
    return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  };
  return {
    put: async (bytes) => {
      if (bytes.byteLength > options.maxBytes) {
        throw new AppError('storage.fileTooLarge', { megabytes: Math.floor(options.maxBytes / 1_000_000) });
      }
      const hash = hashOf(bytes);
      const path = pathOf(hash);
      if (!(await isThereStill(path))) await writeDurably(path, bytes);
      await rm(`${path}${disposedMark}`, { force: true });
      return hash;
    },
    get: async (hash) => {
      const path = pathOf(hash);
      const bytes = await readFile(path).catch((error: unknown) => {
        if (existsSync(`${path}${disposedMark}`)) throw new AppError('storage.fileDisposed');
        return damaged(hash, error);
      });
      return hashOf(bytes) === hash ? bytes : damaged(hash);
    },
    has: (hash) => existsSync(pathOf(hash)),
    remove: async (hash, isReferred) => {
      const path = pathOf(hash);
      if (!existsSync(path)) return 'gone';
      const aside = `${path}${disposedMark}`;
      await rename(path, aside);
      // The folder was changed by that, just now: both times come from the clock of the disk, which may stand on another machine.
      const [file, folder] = await Promise.all([stat(aside), stat(dirname(path))]);
      const fresh = folder.mtimeMs - file.mtimeMs < (options.restingMs ?? restingTime);
      // When it cannot be told whether somebody refers to it, it stays.
      if (fresh || (await isReferred().catch(() => true))) {
        await rename(aside, path);
        if (fresh) throw new AppError('storage.fileInUse');
        return 'kept';
      }
      await truncate(aside);
      await syncFolder(dirname(path));
      return 'removed';
    },
  };
}

/** Marks a file that is there as handed in now; false when it is not there, also when it goes in this moment. */
async function isThereStill(path: string): Promise<boolean> {
  // A mark on the disk, compared with other marks on the disk: the clock of the machine, also when a test has stopped that of the register.
  const now = (performance.timeOrigin + performance.now()) / 1_000;
  return await utimes(path, now, now).then(
    () => true,
    () => false,
  );
}

function damaged(hash: BlobHash, cause?: unknown): never {
  const refusal = new AppError('storage.fileDamaged', { hash });
  refusal.cause = cause;
  throw refusal;
}

function hashOf(bytes: Uint8Array): BlobHash {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The file gets its name when all of it is on disk, and the name is on disk too: a record may point at it at once. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folders = [dirname(path), dirname(dirname(path)), dirname(dirname(dirname(path)))];
  await mkdir(folders[0]!, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${performance.now()}.new`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  for (const folder of folders) await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(folder, 'r');
  } catch {
    // Windows opens no folders; there a rename is durable by itself.
    return;
  }
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
