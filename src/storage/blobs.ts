import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
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
};

const hashPattern = /^[0-9a-f]{64}$/;

/** Opens a folder of files: `<folder>/ab/cd/abcd…`. */
export function openBlobs(folder: string, options: { readonly maxBytes: number }): Blobs {
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
      if (!existsSync(path)) await writeDurably(path, bytes);
      return hash;
    },
    get: async (hash) => {
      const bytes = await readFile(pathOf(hash)).catch((error: unknown) => damaged(hash, error));
      return hashOf(bytes) === hash ? bytes : damaged(hash);
    },
    has: (hash) => existsSync(pathOf(hash)),
  };
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
