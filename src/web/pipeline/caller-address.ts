import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Who calls, by address: that of the connection, or, behind proxies of ours, the one that the outermost of them wrote. Each proxy adds the address of its
 * own caller at the end of X-Forwarded-For, so only as many entries from the end are believed as there are proxies; what stands before them was written by
 * the caller. Requests that tests make without a connection share a name.
 */
export function callerAddress(c: Context, proxyHops: number): string {
  return forwardedAddress(c.req.header('x-forwarded-for'), proxyHops) ?? connectionAddress(c);
}

/** The entry that the outermost of our proxies wrote, when there are proxies and it did. */
export function forwardedAddress(header: string | undefined, proxyHops: number): string | undefined {
  if (proxyHops === 0 || header === undefined) return undefined;
  const address = header.split(',').at(-proxyHops)?.trim();
  return address && /^[\da-fA-F.:]{2,45}$/.test(address) ? address.toLowerCase() : undefined;
}

function connectionAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
