import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { Runtime } from '../../kernel/runtime.ts';

/** What the secret of the installation is used for. Each use has a key of its own, so that one never opens another. */
export type Keyring = {
  /** A person as known by a provider: the same person gives the same text, and nobody without the key can try numbers through. */
  readonly hashSubject: (provider: string, kind: string, subject: string) => string;
  /** Encrypts a secret that has to be read again (AES-256-GCM), bound to what it belongs to. */
  readonly seal: (secret: string, belongsTo: string) => string;
  readonly open: (sealed: string, belongsTo: string) => string;
};

/** The fewest bytes that the secret of an installation has. */
export const shortestSecret = 32;

/** The keys that follow from the secret of the installation. */
export function keyringOf(secret: Uint8Array, { newToken }: Pick<Runtime, 'newToken'>): Keyring {
  if (secret.byteLength < shortestSecret)
    throw new Error(`The secret of the installation has to have at least ${shortestSecret} bytes.`);
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `kansli ${use}`, 32));
  const [subjects, seals] = [keyFor('subjects'), keyFor('seals')];
  return {
    hashSubject: (provider, kind, subject) =>
      createHmac('sha256', subjects)
        .update(JSON.stringify([provider, kind, subject]))
        .digest('hex'),
    seal: (text, belongsTo) => {
      const nonce = Buffer.from(newToken(12), 'base64url');
      const cipher = createCipheriv('aes-256-gcm', seals, nonce).setAAD(Buffer.from(belongsTo));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed, belongsTo) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', seals, bytes.subarray(0, 12))
        .setAAD(Buffer.from(belongsTo))
        .setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}
