import type { MiddlewareHandler } from 'hono';
import { isFresh, proofFits, renewProof, type SessionFacts } from '../../domain/access/index.ts';
import { confirmPage, confirmFields as proofFields } from '../pages/access/confirm-page.ts';
import { redirect } from '../reply.ts';
import type { Route } from '../route.ts';
import { writeCookie } from './cookies.ts';
import { typedValues } from './read-input.ts';
import { type Sender, send } from './send.ts';
import { learn, requestContext, type WebEnv } from './visit.ts';

/**
 * Asks who wants to do something that binds, or to see what is secret, to show that they are there, unless they have just done so. A form that was filled
 * in is kept on the page that asks, and goes on its way with the answer: nobody writes anything twice.
 */
export function checkFreshProof(sender: Sender, route: Route): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { actor, session, entries, url } = c.var.visit;
    if (!route.freshProof || !actor) return next();
    const { runtime, db, signIn } = sender.services;
    const typed = entries.filter(([name]) => !Object.values<string>(proofFields).includes(name));
    learn(c, { entries: typed });
    if (isFresh(session, runtime.now()) || asksItself(route, session)) return next();
    if (route.method === 'GET')
      return send(c, sender, redirect(`/bekrafta?${new URLSearchParams({ till: url.pathname + url.search })}`));

    const given = typedValues(entries);
    const { [proofFields.password]: password, [proofFields.code]: code } = given;
    const { tenantId, accountId } = actor;
    if (session && accountId !== null && typeof password === 'string') {
      const wait = signIn.delay.waitFor(accountId);
      if (wait > 0) await signIn.wait(wait);
      const proof = { password, ...(typeof code === 'string' && { code }) };
      if (await proofFits(db, signIn.keyring, { tenantId, accountId }, proof)) {
        signIn.delay.succeeded(accountId);
        writeCookie(c, 'session', await renewProof(db, { tenantId, sessionId: session.id }), c.var.visit.origin);
        return next();
      }
      signIn.delay.failed(accountId);
    }
    const wrong = password === undefined ? [] : [{ path: '', key: 'access.proofWrong' as const }];
    const page = confirmPage(requestContext(c, sender.services), {
      action: url.pathname + url.search,
      kept: typedValues(typed),
      state: { values: {}, problems: wrong },
    });
    return send(c, sender, { ...page, status: wrong.length > 0 ? 422 : 409 });
  };
}

/** A form that asks for the password itself asks enough, of those who have nothing else. */
function asksItself({ freshProof }: Route, session: SessionFacts | undefined): boolean {
  return freshProof === 'ownForm' && (session === undefined || session.proofs.join() === 'password');
}
