import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { findAuthority, type PublishedAuthority } from '../../domain/published/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Language, languages } from '../../kernel/language.ts';
import { rateLimit } from '../pipeline/rate-limit.ts';
import { securityHeaders } from '../pipeline/security-headers.ts';
import { uiIn } from '../texts/index.ts';
import { answerPortal, largestForm, type PortalEnv, sendPortal } from './portal-answer.ts';
import { loadPortalAssets, type PortalAssets, portalAssetFolder } from './portal-assets.ts';
import type { PortalContext, PortalServices, PortalSite } from './portal-context.ts';
import { brokenPage, foreignPage, unavailablePage, unknownPage, waitPage } from './portal-errors.ts';
import type { PortalRoute } from './portal-route.ts';
import { portalTexts } from './portal-texts.ts';
import { openShelf } from './shelf.ts';

export type PortalOptions = {
  readonly services: PortalServices;
  readonly site: PortalSite;
  readonly routes: readonly PortalRoute[];
  /** Calls that one address may make: so many at once, and so many more each minute. */
  readonly rate?: { readonly burst: number; readonly perMinute: number };
  /** Where lines about faults go; standard error unless told. */
  readonly log?: (line: string) => void;
  readonly assets?: PortalAssets;
  /** Milliseconds during which what was answered is answered again without asking whether anything has been published since. */
  readonly freshFor?: number;
};

/** Schools, newspapers and libraries stand behind one address: the limit stops a flood, not a class that reads minutes. */
const openRate = { burst: 2_000, perMinute: 6_000 };

/**
 * The open portal: a web of its own with a pipeline of its own. No step of it asks who reads. What it answers may be kept by anybody for half a minute,
 * so that what is withdrawn is gone everywhere within one.
 */
export function portalApp(options: PortalOptions): Hono<PortalEnv> {
  const { services, site, routes, rate = openRate, log = console.error, assets = loadPortalAssets() } = options;
  const { freshFor = 1_000 } = options;
  const isHttps = services.publicUrl.startsWith('https:');
  const headers = Object.entries({
    ...securityHeaders(isHttps),
    'content-security-policy':
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'cross-origin',
  });
  const authorityOf = authorities(services);
  const limit = rateLimit(() => services.runtime.now().getTime(), { page: rate } as never);
  const shelf = openShelf(services, freshFor);
  const app = new Hono<PortalEnv>();

  app.use(async (c, next) => {
    for (const [name, value] of headers) c.header(name, value);
    c.set('portal', contextOf(c, services, site));
    const seconds = limit.take('page', callerOf(c));
    if (seconds === 0) return next();
    c.header('retry-after', String(seconds));
    return sendPortal(c, assets, waitPage(c.var.portal, seconds));
  });
  app.get(`${portalAssetFolder}*`, (c) => sendAsset(c, assets));
  for (const route of routes)
    app.on(
      route.method,
      route.path,
      // Counted while it arrives: a body that does not say how long it is stops where it is too long.
      bodyLimit({
        maxSize: largestForm,
        onError: (c) => sendPortal(c as HonoContext<PortalEnv>, assets, foreignPage(c.var.portal)),
      }),
      async (c, next) => {
        if (!route.path.startsWith('/oppet/:authority')) return next();
        const authority = await authorityOf(c.req.param('authority') ?? '');
        if (!authority) return c.notFound();
        c.set('portal', {
          ...c.var.portal,
          authority,
          remember: (name, count) => shelf.remember(authority.tenantId, name, count),
        });
        return next();
      },
      answerPortal(route, assets, shelf),
    );
  app.notFound((c) => sendPortal(c, assets, unknownPage(c.var.portal)));
  app.onError((error, c) => {
    if (error instanceof AppError && error.status !== 503) return sendPortal(c, assets, unknownPage(c.var.portal));
    const reference = services.runtime.newId().slice(0, 8).toUpperCase();
    log(
      JSON.stringify({
        level: 'error',
        portal: c.req.path.replace(/[\w-]{40,}/g, '…'),
        reference,
        error: error.stack ?? String(error),
      }),
    );
    const down = error instanceof AppError || isConnectionFault(error);
    return sendPortal(c, assets, down ? unavailablePage(c.var.portal) : brokenPage(c.var.portal, reference));
  });
  return app;
}

/** Whether the database could not be reached: it comes back, and the reader should try again. */
function isConnectionFault(error: Error): boolean {
  return (
    /^(ECONN|EPIPE|57P|08|53)/.test((error as { code?: string }).code ?? '') || /timeout exceeded/.test(error.message)
  );
}

/** Authorities by their name in addresses. A name never becomes another's (R-OPN-3), so that what was found once is known. */
function authorities({ readPublic }: PortalServices): (slug: string) => Promise<PublishedAuthority | undefined> {
  const known = new Map<string, PublishedAuthority>();
  return async (slug) => {
    // What can be no name is not looked for: no database text holds a NUL, and a name is short.
    if (!/^[\w-]{1,100}$/.test(slug)) return undefined;
    const found = known.get(slug) ?? (await readPublic((r) => findAuthority(r, slug)));
    if (found) known.set(slug, found);
    return found;
  };
}

function contextOf(c: HonoContext, services: PortalServices, site: PortalSite): PortalContext {
  const url = new URL(c.req.url);
  const chosen = known(url.searchParams.get('lang'));
  const language = chosen ?? accepted(c.req.header('accept-language')) ?? 'sv';
  return {
    ...uiIn(language),
    p: portalTexts[language],
    services,
    site,
    url,
    path: url.pathname,
    accept: c.req.header('accept') ?? '',
    to: (path, other) => inLanguage(path, other ?? chosen),
    absolute: (path) => `${services.publicUrl}${path}`,
    authority: undefined,
    remember: (_, count) => services.readPublic(count),
  };
}

/** The path with the language, which stands in the query before any mark of a place. */
function inLanguage(path: string, language: Language | undefined): string {
  if (!language) return path;
  const [address = '', place] = path.split('#');
  return `${address}${address.includes('?') ? '&' : '?'}lang=${language}${place === undefined ? '' : `#${place}`}`;
}

function known(code: string | null): Language | undefined {
  return languages.find((language) => language === code);
}

/** The first language of the browser's list that we speak. */
function accepted(header = ''): Language | undefined {
  for (const part of header.split(',')) {
    const language = known(part.trim().slice(0, 2).toLowerCase());
    if (language && !/;\s*q=0(\.0*)?$/.test(part)) return language;
  }
  return undefined;
}

/** By what the front door counts the caller; a portal without a front door, as in tests, counts all as one. */
function callerOf(c: HonoContext): string {
  const { countedAs } = (c.env ?? {}) as { readonly countedAs?: unknown };
  return typeof countedAs === 'string' ? countedAs : 'unknown';
}

function sendAsset(c: HonoContext<PortalEnv>, assets: PortalAssets): Response | Promise<Response> {
  const asset = assets.find(c.req.path);
  if (!asset) return c.notFound();
  c.header('cache-control', 'public, max-age=31536000, immutable');
  c.header('etag', asset.etag);
  c.header('vary', 'accept-encoding');
  if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304);
  c.header('content-type', asset.type);
  const encodings = c.req.header('accept-encoding') ?? '';
  const packed = (['br', 'gzip'] as const).find((encoding) => encodings.includes(encoding) && asset[encoding]);
  if (packed) c.header('content-encoding', packed);
  return c.body((packed && asset[packed]) ?? asset.bytes);
}
