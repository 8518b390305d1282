import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../kernel/errors.ts';

/** The bytes of a file that was named at the prompt. One that is too large is refused by its size, before any of it is held in memory. */
export async function loadFile(path: string, largest: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > largest)
      throw new AppError('document.tooLarge', { name: basename(path), megabytes: Math.floor(largest / 1_000_000) });
    return await readFile(path);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('document.noSuchFile', { name: path });
  }
}
