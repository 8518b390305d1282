/**
 * The one way in which the server itself calls an address that somebody typed in: heads to witnesses, messages to subscribers of events. Only
 * https, no redirect, no user in the address, and only to machines outside: the name is looked up once, every address that it has is judged,
 * and the connection is made to the address that was judged, so that a name that changes its answer in between reaches nothing (DNS
 * rebinding). Installations that are tried out on one machine allow loopback by name.
 */
import { lookup as lookUp } from 'node:dns/promises';
import { request as requestPlain } from 'node:http';
import { request } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { AppError } from './kernel/errors.ts';

/** What may be asked of whom, and how much may come back. */
export type Outgoing = {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The hosts that were configured; nothing else is called. */
  readonly allow: (url: URL) => boolean;
  /** Whether addresses of this very machine may be called, over http too: for trying things out, and tests. */
  readonly loopback?: boolean;
  readonly milliseconds?: number;
  readonly bytes?: number;
};

export type Incoming = { readonly status: number; readonly body: Uint8Array };

type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** Networks that nobody outside is in (RFC 6890 and its registries): private, shared, link-local, documentation, multicast, reserved. */
const inside = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, prefix, 'ipv4');
/** Of the sixth version only what is given out to the public counts as outside, and of that not what carries an address of the fourth. */
const outside = new BlockList();
outside.addSubnet('2000::', 3, 'ipv6');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside.addSubnet(network, prefix, 'ipv6');
const own = new BlockList();
own.addSubnet('127.0.0.0', 8, 'ipv4');
own.addAddress('::1', 'ipv6');

/** Whether an address lies outside, where anybody may be called. */
export function isOutside(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !inside.check(address, 'ipv4');
  return family === 6 && outside.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}

function isOwn(address: string): boolean {
  return own.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Calls an address outside; throws `egress.refused` with the reason before any connection is made. */
export async function fetchOut(address: string, outgoing: Outgoing, resolve: Resolve = resolveAll): Promise<Incoming> {
  const url = URL.canParse(address) ? new URL(address) : refuse('the address cannot be read');
  const { loopback = false, milliseconds = 15_000 } = outgoing;
  if (url.protocol !== 'https:' && !(loopback && url.protocol === 'http:')) refuse('not https');
  if (url.username || url.password) refuse('a user in the address');
  if (!outgoing.allow(url)) refuse('not a configured address');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await resolve(host).catch(() => refuse('no such name'));
  if (found.length === 0) refuse('no such name');
  for (const one of found)
    if (!isOutside(one.address) && !(loopback && isOwn(one.address))) refuse('an address of an inner network');
  // Without TLS only ever to the own machine, whatever the name.
  if (url.protocol === 'http:' && !found.every((one) => isOwn(one.address))) refuse('not https');
  return await send(url, found[0]!, { ...outgoing, milliseconds });
}

/** Connects to the judged address and to no other; a redirect is an answer like any other, and is not followed. */
function send(
  url: URL,
  to: { readonly address: string; readonly family: number },
  { method, headers, body, milliseconds, bytes = 1_000_000 }: Outgoing & { readonly milliseconds: number },
): Promise<Incoming> {
  const { promise, resolve, reject } = Promise.withResolvers<Incoming>();
  const signal = AbortSignal.timeout(milliseconds);
  const make = url.protocol === 'https:' ? request : requestPlain;
  const outgoing = make(
    url,
    {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
      signal,
      agent: false,
      lookup: (_host, options, done) =>
        options.all ? done(null, [{ ...to }]) : done(null, to.address as never, to.family),
    },
    (incoming) => {
      const parts: Buffer[] = [];
      let size = 0;
      incoming.on('data', (part: Buffer) => {
        size += part.length;
        if (size > bytes) {
          reject(new Error(`The answer of ${url.host} is larger than ${bytes} bytes.`));
          outgoing.destroy();
        } else parts.push(part);
      });
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(parts) }));
      incoming.on('error', reject);
    },
  );
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
}

async function resolveAll(host: string): ReturnType<Resolve> {
  return await lookUp(host, { all: true, verbatim: true });
}

function refuse(reason: string): never {
  throw new AppError('egress.refused', { reason });
}
