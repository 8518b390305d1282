import { generateKeyPairSync } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type NoteSigner, readSigner } from '../kernel/signed-note.ts';

/** The name of the file in the data folder; backups leave it out unless they are told otherwise. */
export const signingKeyFile = 'log-key.pem';

/**
 * The key with which this installation signs heads of logs, made at its first start and readable by its own user alone. It is no part of the
 * database: whoever rewrites that cannot sign what was rewritten.
 */
export async function openSigningKey(folder: string): Promise<NoteSigner> {
  const path = join(folder, signingKeyFile);
  const found = await readFile(path, 'utf8').catch(absent);
  if (found !== undefined) return readSigner(found);
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await mkdir(folder, { recursive: true });
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(pem);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    // Another process made it a moment ago; that one counts.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readSigner(await readFile(path, 'utf8'));
  }
  return readSigner(pem);
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
