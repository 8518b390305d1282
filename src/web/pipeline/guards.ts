import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { authorize } from '../../domain/access/index.ts';
import type { Authorized } from '../../kernel/authorized.ts';
import { AppError } from '../../kernel/errors.ts';
import { foreignFormPage, staleFormPage, tooLargePage, tooManyPage } from '../pages/errors/error-page.ts';
import { redirect } from '../reply.ts';
import type { Route } from '../route.ts';
import { isCsrfToken, isFromOurPages } from './csrf.ts';
import type { RateLimit } from './rate-limit.ts';
import { typedValues } from './read-input.ts';
import { type Sender, send } from './send.ts';
import { learn, requestContext, type WebContext, type WebEnv } from './visit.ts';

const megabyte = 1024 * 1024;
/** How much a form may hold: long texts are fine; files go only where files are asked for. */
export const largest = { page: 1, write: 2, signIn: 1, upload: 100, ballot: 1 } as const;

/** Refuses a body that is larger than the route's kind allows, before it is read. */
export function limitBody(sender: Sender, route: Route): MiddlewareHandler<WebEnv> {
  const megabytes = largest[route.rate];
  return bodyLimit({
    maxSize: megabytes * megabyte,
    onError: (c) =>
      send(c as WebContext, sender, tooLargePage(requestContext(c as WebContext, sender.services), megabytes)),
  });
}

/** Takes a call out of the caller's bucket. The caller is the account, or before sign-in the address of the connection. */
export function limitRate(
  sender: Sender,
  route: Route,
  limit: RateLimit,
  addressOf: (c: WebContext) => string,
): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { actor, entries } = c.var.visit;
    const seconds = limit.take(route.rate, actor?.accountId ?? addressOf(c));
    if (seconds === 0) return next();
    c.header('retry-after', String(seconds));
    return send(c, sender, tooManyPage(requestContext(c, sender.services), seconds, typedValues(entries)));
  };
}

/** Lets a form in only when the browser says that it came from our pages and it carries the proof of this session. Both must hold. */
export function checkForm(sender: Sender, route: Route): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (route.method !== 'POST') return next();
    if (route.signed) {
      const sent: unknown = await c.req.json().catch(() => undefined);
      if (typeof sent !== 'object' || sent === null) throw new AppError('record.invalid');
      // A list comes as its members under one name, as a form would send it.
      const entries = Object.entries(sent).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, String(one)]),
      );
      learn(c, { entries, actor: undefined });
      return next();
    }
    const { origin, formSecret } = c.var.visit;
    const refuse = (): Promise<Response> => send(c, sender, foreignFormPage(requestContext(c, sender.services)));
    if (!isFromOurPages(c.req.raw.headers, origin)) return refuse();
    const fields = await c.req.formData().catch(() => undefined);
    if (!fields) return refuse();
    const entries = [...fields].filter(([name]) => name !== 'csrf');
    learn(c, { entries });
    if (formSecret && isCsrfToken(formSecret, fields.get('csrf'))) return next();
    return send(c, sender, staleFormPage(requestContext(c, sender.services), typedValues(entries)));
  };
}

/** What the policy of a route has proved, by request: handlers read data with it and cannot get it elsewhere. */
const proofs = new WeakMap<WebContext, Authorized>();

export function proofOf(c: WebContext): Authorized | undefined {
  return proofs.get(c);
}

/** Asks "may you?" before any data is read and before what was sent is looked at. Who has not signed in is asked to, and comes back. */
export function checkPolicy(sender: Sender, route: Route): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { policy } = route;
    const { actor, url } = c.var.visit;
    if (policy === 'public') return next();
    if (!actor) {
      if (route.method === 'POST') throw new AppError('access.signInNeeded');
      return send(c, sender, redirect(`/logga-in?${new URLSearchParams({ till: url.pathname + url.search })}`));
    }
    if (policy !== 'signedIn') proofs.set(c, authorize(actor, policy));
    return next();
  };
}
