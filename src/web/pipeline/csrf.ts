import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The proof that a form was written by our own page for this very session: a fresh nonce signed with the secret of the cookie. The nonce makes
 * each page's proof different, so that compression cannot leak it (BREACH); nothing is stored on the server.
 */
export function csrfToken(cookieSecret: string, nonce: string): string {
  return `${nonce}.${sign(cookieSecret, nonce)}`;
}

export function isCsrfToken(cookieSecret: string, token: unknown): boolean {
  if (typeof token !== 'string') return false;
  const [nonce = '', signature = ''] = token.split('.');
  const expected = Buffer.from(sign(cookieSecret, nonce));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * Whether a request that changes something was sent from a page of ours. Browsers say so themselves in Sec-Fetch-Site; older ones in Origin.
 * A request that says neither is refused. The second check, the token, stands behind this one.
 */
export function isFromOurPages(headers: Headers, ownOrigin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  if (origin !== null) return origin === ownOrigin;
  return site === 'same-origin';
}

function sign(secret: string, nonce: string): string {
  return createHmac('sha256', secret).update(`form:${nonce}`).digest('base64url');
}
