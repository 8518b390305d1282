import { createPublicKey, verify } from 'node:crypto';
import type { Sighting } from '../../domain/notices/index.ts';
import { type BoardManifest, boardFileNames, hashOf, noticeFileName } from './board-files.ts';

/** Reads a file of a board, from the disk or from the address where everybody reads it. */
export type ReadBoardFile = (name: string) => Promise<Uint8Array | undefined>;

/** What a look at a board found: what it shows when its list is whole and signed by us, else why it is not. */
export type BoardLook =
  | { readonly manifest: BoardManifest; readonly see: (noticeId: string) => Promise<SeenFile> }
  | { readonly fault: 'missing' | 'differs' };
type SeenFile = { readonly hash: string } | { readonly fault: 'missing' | 'differs' };

/**
 * Reads a board as a visitor would: the list that everybody opens and the file of the entry must be those that the signed list of hashes tells of. What
 * is signed but a minute old is still up, so that a change of wording on its way is no gap.
 */
export async function lookAtBoard(read: ReadBoardFile, publicKey: Uint8Array): Promise<BoardLook> {
  const list = await read(boardFileNames.manifest);
  const signature = await read(boardFileNames.signature);
  if (!list || !signature) return { fault: 'missing' };
  if (!isSigned(list, signature, publicKey)) return { fault: 'differs' };
  const manifest = JSON.parse(Buffer.from(list).toString('utf8')) as BoardManifest;
  const see = async (name: string): Promise<SeenFile> => {
    const bytes = await read(name);
    if (!bytes) return { fault: 'missing' };
    const hash = hashOf(bytes);
    return manifest.filer[name] === hash ? { hash } : { fault: 'differs' };
  };
  // The style too: with another one an entry could stand in the file and be seen by nobody.
  for (const name of [boardFileNames.index, boardFileNames.style]) {
    const found = await see(name);
    if ('fault' in found) return found;
  }
  return {
    manifest,
    see: async (noticeId) =>
      manifest.anslag.some(({ id }) => id === noticeId) ? await see(noticeFileName(noticeId)) : { fault: 'missing' },
  };
}

/** What the look means for one entry: seen in the files, and, where the board has an address, there as well. */
export async function sightingOf(
  noticeId: string,
  here: BoardLook,
  there: BoardLook | 'unreachable' | undefined,
): Promise<Sighting> {
  const own = 'fault' in here ? here : await here.see(noticeId);
  if ('fault' in own) return { fault: own.fault, firm: true };
  if (there === undefined) return { hash: own.hash, how: 'file' };
  if (there === 'unreachable') return { fault: 'unreachable', firm: false };
  const shown = 'fault' in there ? there : await there.see(noticeId);
  return 'fault' in shown ? { fault: shown.fault, firm: false } : { hash: shown.hash, how: 'http' };
}

function isSigned(bytes: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  return verify(null, bytes, keyOf(publicKey), signature);
}

/** The key in the form that openssl and others read. */
export function keyFile(publicKey: Uint8Array): Uint8Array {
  return Buffer.from(keyOf(publicKey).export({ type: 'spki', format: 'pem' }).toString());
}

function keyOf(publicKey: Uint8Array) {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
  return createPublicKey({ key: jwk, format: 'jwk' });
}
