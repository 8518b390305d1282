import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Runtime } from './kernel/runtime.ts';

const bytes = 32;

/**
 * The secret from which the keys of the installation follow: from `KANSLI_SECRET`, else kept in the data folder, made at the first start. Without it no
 * electronic identity is recognised and no app for codes works; so it belongs in the backup, and to nobody else.
 */
export function installationSecret(
  given: string | undefined,
  dataFolder: string,
  { newToken }: Pick<Runtime, 'newToken'>,
): Uint8Array {
  if (given !== undefined) {
    const read = Buffer.from(given, 'base64url');
    if (read.byteLength >= bytes) return read;
    throw new Error('KANSLI_SECRET ska vara minst 32 byte i base64, till exempel från: openssl rand -base64 32.');
  }
  const file = join(dataFolder, 'secret');
  try {
    return readSecret(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(dataFolder, { recursive: true });
  try {
    // Never over one that is there: a second process that starts at the same moment reads what the first wrote.
    writeFileSync(file, `${newToken(bytes)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readSecret(file);
}

function readSecret(file: string): Uint8Array {
  const read = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  if (read.byteLength >= bytes) return read;
  throw new Error(
    `Filen ${file} ska hålla installationens hemlighet, minst 32 byte. Lägg tillbaka den från säkerhetskopian.`,
  );
}
