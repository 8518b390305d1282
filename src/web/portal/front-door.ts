import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { WebEnv } from '../pipeline/visit.ts';

type Handler = { readonly fetch: (request: Request, env?: unknown) => Response | Promise<Response> };

/** What of a request is let through to the open portal. Whatever else a browser sends stays outside, cookies and credentials first of all. */
const letThrough = [
  'accept',
  'accept-encoding',
  'accept-language',
  'content-length',
  'content-type',
  'host',
  'if-modified-since',
  'if-none-match',
  'origin',
  'sec-fetch-site',
] as const;

/**
 * Parts what is asked of the open portal from everything else before anything is looked at. The portal is handed another request, in which nothing
 * of who asks is left: it cannot answer one reader otherwise than another, because it cannot tell them apart.
 */
export function frontDoor(
  open: Handler,
  house: Handler,
  api?: Handler,
  addressOf: (c: Context<WebEnv>) => string = () => 'unknown',
): Hono<WebEnv> {
  const front = new Hono<WebEnv>();
  const toPortal = (c: Context<WebEnv>) =>
    open.fetch(withoutTheAsker(c.req.raw), { ...(c.env as object | undefined), countedAs: countedAs(addressOf(c)) });
  front.all('/oppet', toPortal);
  front.all('/oppet/*', toPortal);
  // Search engines ask for this at the root of a web and nowhere else.
  front.get('/robots.txt', (c) => open.fetch(withoutTheAsker(c.req.raw, '/oppet/robots.txt'), c.env));
  // Programs carry a key and never a cookie: what a browser adds by itself is no reason to act.
  if (api) front.all('/api/*', (c) => api.fetch(withoutCookies(c.req.raw), c.env));
  front.all('*', (c) => house.fetch(c.req.raw, c.env));
  return front;
}

/**
 * What calls of the portal are counted by, so that a flood from one place does not shut out the others: the address behind our proxies, of a long one the
 * half that is handed out to one subscriber, as a hash that says nothing to whoever reads it.
 */
export function countedAs(address: string): string {
  const shared = address.includes(':') && !address.startsWith('::ffff:');
  const place = shared ? address.split(':').slice(0, 4).join(':') : address;
  return createHash('sha256').update(place).digest('base64url').slice(0, 16);
}

/** The request as the portal may know it, at another address when one is given. */
export function withoutTheAsker(request: Request, path?: string): Request {
  const headers = new Headers();
  for (const name of letThrough) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const { method } = request;
  const url = path === undefined ? request.url : new URL(path, request.url);
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  return new Request(url, { method, headers, body: request.body, duplex: 'half' } as RequestInit);
}

/** The request of a program: everything but what a browser would have added by itself. */
function withoutCookies(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete('cookie');
  const { url, method } = request;
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  return new Request(url, { method, headers, body: request.body, duplex: 'half' } as RequestInit);
}
