import type { MiddlewareHandler } from 'hono';
import type { Route } from '../route.ts';
import { type WebContext, type WebEnv, withoutSecrets } from './visit.ts';

/** What happened at a door, in one word. */
export type SecurityEvent = 'signedIn' | 'signInRefused' | 'signedOut' | 'refused' | 'tooMany' | 'tooLarge';

/** One line for whoever watches the server: which door, when, from where and by which account; never what was typed. */
export type SecurityLine = {
  readonly level: 'security';
  readonly event: SecurityEvent;
  readonly at: string;
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly account: string | null;
  readonly address: string;
};

/**
 * Notes who came in, who was refused, and who asked too often (ASVS 5.0, 16.3). What was done inside stands in the log of the authority; this is what
 * happened before anybody was let in, which belongs to no authority and is kept where the lines of the server are kept.
 */
export function noteSecurity(
  route: Route,
  now: () => Date,
  addressOf: (c: WebContext) => string,
  tell: (line: string) => void,
): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    await next();
    const { actor, opened, requestId } = c.var.visit;
    const { status } = c.res;
    const event = eventOf(route, status, opened !== undefined);
    if (!event) return;
    const line: SecurityLine = {
      level: 'security',
      event,
      at: now().toISOString(),
      requestId,
      method: c.req.method,
      path: withoutSecrets(c.req.path),
      status,
      account: opened ?? actor?.accountId ?? null,
      address: addressOf(c),
    };
    tell(JSON.stringify(line));
  };
}

function eventOf(route: Route, status: number, opened: boolean): SecurityEvent | undefined {
  if (opened) return 'signedIn';
  if (status === 429) return 'tooMany';
  if (status === 413) return 'tooLarge';
  if (route.rate === 'signIn' && status >= 400) return 'signInRefused';
  if (route.path === '/logga-ut' && status === 303) return 'signedOut';
  return status === 401 || status === 403 ? 'refused' : undefined;
}
