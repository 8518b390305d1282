import type { Context as HonoContext } from 'hono';
import type { Actor, SessionFacts } from '../../domain/access/index.ts';
import type { Flash, RequestContext, Services, Ui } from '../contracts.ts';
import { html } from '../html.ts';
import { uiIn } from '../texts/index.ts';
import { answeredPolls, readCookie, writeCookie } from './cookies.ts';
import { csrfToken } from './csrf.ts';

/** One call from a browser, as far as it is known: each step of the pipeline knows a little more. */
export type Visit = {
  readonly requestId: string;
  readonly origin: string;
  readonly url: URL;
  readonly ui: Ui;
  readonly actor: Actor | undefined;
  readonly session: SessionFacts | undefined;
  /** The account whose session the answer opens or proves anew. */
  readonly opened?: string | undefined;
  readonly device: string;
  /** The secret that signs the forms of this browser: its session's, or before sign-in that of a cookie made when first needed. */
  readonly formSecret: string | undefined;
  readonly flash: Flash | undefined;
  /** The fields of the form, once it is known to come from our own pages and to be small enough. */
  readonly entries: readonly (readonly [name: string, value: string | File])[];
};

export type WebEnv = { Variables: { visit: Visit } };
export type WebContext = HonoContext<WebEnv>;

/** A visit of which nothing is known but its address. */
export function newVisit(requestId: string, url: URL, origin: string): Visit {
  return {
    requestId,
    origin,
    url,
    ui: uiIn('sv'),
    actor: undefined,
    session: undefined,
    device: '',
    formSecret: undefined,
    flash: undefined,
    entries: [],
  };
}

export function learn(c: WebContext, more: Partial<Visit>): void {
  c.set('visit', { ...c.var.visit, ...more });
}

/** What pages are given of the visit. */
export function requestContext(c: WebContext, services: Services): RequestContext {
  const { ui, actor, session, device, origin, requestId, url } = c.var.visit;
  const { newToken } = services.runtime;
  return {
    ...ui,
    services,
    actor,
    session,
    device,
    pendingSignIn: readCookie(c, 'signIn', origin),
    origin,
    requestId,
    path: url.pathname,
    url,
    csrfField: () =>
      html`<input type="hidden" name="csrf" value="${csrfToken(formSecret(c, newToken), newToken(12))}">`,
    answeredPolls: answeredPolls(c, origin),
    newIdempotencyKey: () => newToken(16),
  };
}

function formSecret(c: WebContext, newToken: (bytes: number) => string): string {
  const known = c.var.visit.formSecret;
  if (known) return known;
  const made = newToken(24);
  writeCookie(c, 'form', made, c.var.visit.origin);
  learn(c, { formSecret: made });
  return made;
}

/** An address as it may stand in a log: a part as long as a token could open something, and a code that was handed out for a poll, are left out. */
export function withoutSecrets(path: string): string {
  return path.replace(/[\w-]{40,}/g, '…').replace(/^(\/o\/[^/]+\/).+/, '$1…');
}
