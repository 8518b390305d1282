import { createHash } from 'node:crypto';
import type { Runtime } from './runtime.ts';

/** Bytes of chance in a link that opens a page without an account: 256 bits, which nobody guesses. */
const tokenBytes = 32;

/** A new token with its hash: the token goes into the letter and nowhere else, the hash into the register. */
export function newLinkToken(runtime: Pick<Runtime, 'newToken'>): { readonly token: string; readonly hash: string } {
  const token = runtime.newToken(tokenBytes);
  return { token, hash: hashOfLinkToken(token) };
}

/** The SHA-256 under which a token is known; undefined for what cannot be a token, so that nothing is looked up in vain. */
export function linkTokenHash(token: string): string | undefined {
  return /^[\w-]{43}$/.test(token) ? hashOfLinkToken(token) : undefined;
}

function hashOfLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
