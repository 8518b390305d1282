/**
 * Signed notes as the transparency logs of the web write them (C2SP signed-note, tlog-checkpoint and tlog-cosignature): a few lines of text, an
 * empty line, and below it one line a signature. Whoever can read that format can check ours.
 *
 *     kansli/6f1c…              the log
 *     1234                      how many entries
 *     qINS1GRFWhWhpyAu…=        root of the tree over them
 *     chain 4f2a…               hash of the last of them
 *     at 2026-03-02T09:00:00.000Z
 *
 *     — kansli-0a1b2c3d Nxy1…   the key's name, and base64( 4 bytes that name the key ‖ signature )
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** A key that signatures can be checked with, under the name that stands before them. */
export type NoteKey = { readonly name: string; readonly publicKey: Uint8Array };

/** A key that can sign. Its private half never leaves it. */
export type NoteSigner = { readonly key: NoteKey; readonly sign: (bytes: Uint8Array) => Uint8Array };

/** What a key signs: the text of a log of its own, or as a witness the text of somebody else's at a moment. */
const algorithms = { own: 1, witness: 4 } as const;
type Algorithm = keyof typeof algorithms;

const signatureBytes = 64;
const signatureLine = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/;

/** The signer of a private Ed25519 key; its name is made from the public half, so that two installations never share one. */
export function signerOf(privateKey: KeyObject): NoteSigner {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const publicKey = Buffer.from(x ?? '', 'base64url');
  const name = `kansli-${createHash('sha256').update(publicKey).digest('hex').slice(0, 16)}`;
  return { key: { name, publicKey }, sign: (bytes) => sign(null, bytes, privateKey) };
}

/** Reads a private key as it lies in its file. */
export function readSigner(pem: string): NoteSigner {
  return signerOf(createPrivateKey(pem));
}

/** A key in one line, to be handed to whoever is to check: name, four bytes of its hash, and the key itself. */
export function verifierKey(key: NoteKey): string {
  const bytes = Buffer.concat([Uint8Array.of(algorithms.own), key.publicKey]);
  return `${key.name}+${Buffer.from(keyHash(key, 'own')).toString('hex')}+${bytes.toString('base64')}`;
}

/** The key of such a line; undefined when it is not one, or when it was copied with a mistake. */
export function readVerifierKey(line: string): NoteKey | undefined {
  const [, name, hash, text] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(line.trim()) ?? [];
  if (!name || !hash || !text) return undefined;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 33 || bytes[0] !== algorithms.own || bytes.toString('base64') !== text) return undefined;
  const key = { name, publicKey: bytes.subarray(1) };
  return Buffer.from(keyHash(key, 'own')).toString('hex') === hash ? key : undefined;
}

/** A text of whole lines with the signature of its author below it. */
export function signNote(text: string, signer: NoteSigner): string {
  return `${text}\n${lineOf(signer.key, 'own', signer.sign(Buffer.from(text)))}\n`;
}

/** The text of a note that the key signed; undefined when it did not. */
export function openNote(note: string, key: NoteKey): string | undefined {
  const end = note.indexOf('\n\n');
  if (end < 0) return undefined;
  const text = note.slice(0, end + 1);
  const found = note
    .slice(end + 2)
    .split('\n')
    .map((line) => signatureOf(line, key, 'own'))
    .find((signature) => signature?.length === signatureBytes);
  return found && isSignature(Buffer.from(text), found, key) ? text : undefined;
}

/** The line by which a witness says: at this moment I had seen this text, and it contradicted nothing that I had seen before. */
export function cosign(text: string, signer: NoteSigner, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  return lineOf(signer.key, 'witness', Buffer.concat([time, signer.sign(witnessed(text, seconds))]));
}

/** When a witness signed a text, by its line; undefined when the line is not its signature under that text. */
export function cosignedAt(text: string, line: string, key: NoteKey): Date | undefined {
  const blob = signatureOf(line, key, 'witness');
  if (blob?.length !== 8 + signatureBytes) return undefined;
  const seconds = Number(Buffer.from(blob).readBigUInt64BE());
  return isSignature(witnessed(text, seconds), blob.subarray(8), key) ? new Date(seconds * 1_000) : undefined;
}

function witnessed(text: string, seconds: number): Uint8Array {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);
}

function lineOf(key: NoteKey, algorithm: Algorithm, signature: Uint8Array): string {
  return `— ${key.name} ${Buffer.concat([keyHash(key, algorithm), signature]).toString('base64')}`;
}

/** What stands behind the four bytes of the key, when the line is of that key. */
function signatureOf(line: string, key: NoteKey, algorithm: Algorithm): Uint8Array | undefined {
  const [, name, text] = signatureLine.exec(line) ?? [];
  if (name !== key.name || !text) return undefined;
  const bytes = Buffer.from(text, 'base64');
  // Base64 has bits to spare at its end; only one spelling is ours.
  if (bytes.toString('base64') !== text) return undefined;
  return Buffer.compare(bytes.subarray(0, 4), keyHash(key, algorithm)) === 0 ? bytes.subarray(4) : undefined;
}

function keyHash(key: NoteKey, algorithm: Algorithm): Uint8Array {
  const mark = Uint8Array.of(algorithms[algorithm]);
  return createHash('sha256').update(`${key.name}\n`).update(mark).update(key.publicKey).digest().subarray(0, 4);
}

function isSignature(bytes: Uint8Array, signature: Uint8Array, key: NoteKey): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key.publicKey).toString('base64url') };
  return verify(null, bytes, createPublicKey({ key: jwk, format: 'jwk' }), signature);
}
