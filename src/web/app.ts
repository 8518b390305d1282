import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { deviceWords } from '../domain/access/index.ts';
import { AppError } from '../kernel/errors.ts';
import { type Language, languages } from '../kernel/language.ts';
import { type Assets, assetFolder, loadAssets } from './assets.ts';
import type { Services, SessionDoor } from './contracts.ts';
import type { Site } from './layout.ts';
import { appErrorPage, bugPage, notFoundPage } from './pages/errors/error-page.ts';
import { answer } from './pipeline/answer.ts';
import { callerAddress } from './pipeline/caller-address.ts';
import { readCookie } from './pipeline/cookies.ts';
import { checkFreshProof } from './pipeline/fresh-proof.ts';
import { checkForm, checkPolicy, limitBody, limitRate } from './pipeline/guards.ts';
import { ownOrigin } from './pipeline/own-origin.ts';
import { type Rate, rateLimit } from './pipeline/rate-limit.ts';
import { typedValues } from './pipeline/read-input.ts';
import { securityHeaders } from './pipeline/security-headers.ts';
import { noteSecurity } from './pipeline/security-log.ts';
import { type Sender, send } from './pipeline/send.ts';
import { learn, newVisit, requestContext, type WebContext, type WebEnv, withoutSecrets } from './pipeline/visit.ts';
import type { RateClass, Route } from './route.ts';
import { boardWhenDown } from './static-board/board-when-down.ts';
import { uiIn } from './texts/index.ts';

export type WebOptions = {
  readonly services: Services;
  readonly sessions: SessionDoor;
  readonly site: Site;
  readonly routes: readonly Route[];
  /** The address under which readers reach us, when a proxy stands before us: `https://kansli.region.example`. */
  readonly publicUrl?: string;
  /** How many proxies of ours stand before us and write who called them; 0 believes no such line. */
  readonly proxyHops?: number;
  readonly rates?: Readonly<Record<RateClass, Rate>>;
  /** Where lines about faults go; standard error unless told. */
  readonly log?: (line: string) => void;
  /** Where lines about who came in and who was refused go; nowhere unless told. */
  readonly securityLog?: (line: string) => void;
  readonly assets?: Assets;
};

/** The whole web: the steps that each request goes through, in order. */
export function webApp(options: WebOptions): Hono<WebEnv> {
  const {
    services,
    sessions,
    site,
    routes,
    publicUrl,
    proxyHops = 0,
    rates,
    log = console.error,
    securityLog = () => {},
    assets = loadAssets(),
  } = options;
  const sender: Sender = { services, sessions, site, assets: assets.links };
  const limit = rateLimit(() => services.runtime.now().getTime(), rates);
  const addressOf = (c: WebContext): string => callerAddress(c, proxyHops);
  const now = (): Date => services.runtime.now();
  const app = new Hono<WebEnv>();

  app.use(beginVisit(services, publicUrl));
  app.use(compress());
  app.get(`${assetFolder}*`, (c) => sendAsset(c, assets));
  app.use(findReader(sessions));
  app.use(chooseLanguage());
  for (const route of routes) {
    app.on(
      route.method,
      route.path,
      noteSecurity(route, now, addressOf, securityLog),
      limitBody(sender, route),
      checkForm(sender, route),
      limitRate(sender, route, limit, addressOf),
      checkPolicy(sender, route),
      checkFreshProof(sender, route),
      answer(sender, route),
    );
  }
  app.notFound((c) => send(c, sender, notFoundPage(requestContext(c, services))));
  app.onError((error, c) => sendError(error, c as WebContext, sender, log));
  return app;
}

/** Request id, address and the headers that every answer carries, also answers to faults. */
function beginVisit({ runtime }: Services, publicUrl: string | undefined) {
  return async (c: WebContext, next: () => Promise<void>): Promise<void> => {
    const url = new URL(c.req.url);
    const origin = ownOrigin(c.req.url, publicUrl);
    const requestId = runtime.newId();
    c.set('visit', newVisit(requestId, url, origin));
    c.header('x-request-id', requestId);
    for (const [name, value] of Object.entries(securityHeaders(origin.startsWith('https:')))) c.header(name, value);
    await next();
  };
}

/** Who is behind the session cookie, if anyone. */
function findReader(sessions: SessionDoor) {
  return async (c: WebContext, next: () => Promise<void>): Promise<void> => {
    const { origin } = c.var.visit;
    const token = readCookie(c, 'session', origin);
    const session = token ? await sessions.find(token) : undefined;
    learn(c, {
      actor: session?.actor,
      session: session?.facts,
      device: deviceWords(c.req.header('user-agent')),
      formSecret: session?.csrfToken ?? readCookie(c, 'form', origin),
    });
    await next();
  };
}

/** The address says it, or the reader chose it before, or it stands in the account, or the browser asks for it; otherwise Swedish. */
function chooseLanguage() {
  return async (c: WebContext, next: () => Promise<void>): Promise<void> => {
    const { url, origin, actor } = c.var.visit;
    const language =
      known(url.searchParams.get('lang')) ??
      known(readCookie(c, 'language', origin)) ??
      actor?.language ??
      accepted(c.req.header('accept-language')) ??
      'sv';
    learn(c, { ui: uiIn(language) });
    await next();
  };
}

function known(code: string | null | undefined): Language | undefined {
  return languages.find((language) => language === code);
}

/** The first language of the browser's list that we speak. */
function accepted(header = ''): Language | undefined {
  const wanted = header.split(',').map((part) => {
    const [range = '', weight] = part.trim().split(';q=');
    return { language: known(range.slice(0, 2).toLowerCase()), weight: weight === undefined ? 1 : Number(weight) };
  });
  return wanted.filter(({ language, weight }) => language && weight > 0).sort((a, b) => b.weight - a.weight)[0]
    ?.language;
}

function sendAsset(c: WebContext, assets: Assets): Response | Promise<Response> {
  const asset = assets.find(c.req.path);
  if (!asset) return c.notFound();
  c.header('cache-control', 'public, max-age=31536000, immutable');
  c.header('etag', asset.etag);
  c.header('vary', 'accept-encoding');
  if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304);
  c.header('content-type', asset.type);
  const encodings = c.req.header('accept-encoding') ?? '';
  const packed =
    encodings.includes('br') && asset.br
      ? ('br' as const)
      : encodings.includes('gzip') && asset.gzip
        ? ('gzip' as const)
        : undefined;
  if (packed) c.header('content-encoding', packed);
  return c.body((packed && asset[packed]) ?? asset.bytes);
}

/**
 * A rule that said no becomes its calm page; anything else is a bug: one line in the log, and its number for the reader. What the server itself
 * lacks (the database, a file) is a line too, because only who runs it can help.
 */
async function sendError(error: Error, c: WebContext, sender: Sender, log: (line: string) => void): Promise<Response> {
  const ctx = requestContext(c, sender.services);
  const typed = typedValues(c.var.visit.entries);
  const reference = ctx.requestId.slice(0, 8).toUpperCase();
  const known = error instanceof AppError;
  if (!known || error.status === 503)
    log(
      JSON.stringify({
        level: 'error',
        reference,
        requestId: ctx.requestId,
        method: c.req.method,
        path: withoutSecrets(ctx.path),
        account: ctx.actor?.accountId ?? null,
        error: known ? `${error.code}: ${error.message}` : (error.stack ?? String(error)),
        ...(known && error.cause !== undefined && { cause: String(error.cause) }),
      }),
    );
  const standing = await standingBoard(error, c, sender);
  if (standing) return standing;
  return send(c, sender, known ? appErrorPage(ctx, error, typed) : bugPage(ctx, reference, typed));
}

/** The notice board is shown from its files when the database does not answer: it may not be away (KL 13:5). */
async function standingBoard(error: Error, c: WebContext, { services }: Sender): Promise<Response | undefined> {
  const isDown = error instanceof AppError && error.code === 'storage.unavailable';
  if (!isDown || !services.boards || c.req.method !== 'GET') return undefined;
  const found = await boardWhenDown(services.boards, c.req.path).catch(() => undefined);
  if (!found) return undefined;
  c.header('cache-control', 'no-store');
  c.header('content-type', found.type);
  return c.body(new Uint8Array(found.bytes), 200);
}
