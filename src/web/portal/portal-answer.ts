import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context, Handler } from 'hono';
import { AppError } from '../../kernel/errors.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { FormState } from '../contracts.ts';
import { nested, parse, typedValues } from '../pipeline/read-input.ts';
import type { PortalAssets } from './portal-assets.ts';
import type { PortalContext } from './portal-context.ts';
import { foreignPage } from './portal-errors.ts';
import { portalLayout } from './portal-layout.ts';
import type { PortalReply } from './portal-reply.ts';
import type { PortalRoute } from './portal-route.ts';
import type { Shelf, ShelvedAnswer } from './shelf.ts';

export type PortalEnv = { Variables: { portal: PortalContext } };
type PortalCall = Context<PortalEnv>;

const pack = promisify(gzip);
/** For half a minute anybody may show what they were given; then they ask whether it still holds. */
const open = 'public, max-age=30, must-revalidate';
/** How many bytes a form of the portal may hold. */
export const largestForm = 64 * 1024;

/** The last step of the portal: the same answer as before when nothing has changed, otherwise what the handler says. */
export function answerPortal(route: PortalRoute, assets: PortalAssets, shelf: Shelf): Handler<PortalEnv> {
  return async (c) => {
    if (route.method === 'POST') return sendPortal(c, assets, await answerForm(c, route));
    const ctx = c.var.portal;
    if (route.alwaysAsked) return sendPortal(c, assets, await call(c, route, {}));
    const mark = await shelf.markOf(ctx);
    const tag = `W/"${mark}"`;
    c.header('vary', 'accept-language, accept-encoding');
    if (c.req.header('if-none-match')?.split(/,\s*/).includes(tag)) {
      c.header('etag', tag);
      c.header('cache-control', open);
      return c.body(null, 304);
    }
    const kept = shelf.find(mark);
    if (kept) return sendShelved(c, kept, tag);
    const reply = await call(c, route, {});
    if (reply.kind === 'redirect' || reply.status !== 200 || (reply.kind === 'body' && typeof reply.body !== 'string'))
      return sendPortal(c, assets, reply, tag);
    const text = reply.kind === 'page' ? String(await portalLayout(ctx, reply, assets)) : String(reply.body);
    const answer: ShelvedAnswer = {
      status: 200,
      type: reply.kind === 'page' ? 'text/html; charset=utf-8' : reply.type,
      headers: {
        'content-language': ctx.language,
        ...(reply.lastModified && { 'last-modified': reply.lastModified.toUTCString() }),
        ...(reply.kind === 'body' && reply.headers),
      },
      bytes: Buffer.from(text),
    };
    shelf.put(mark, answer);
    return sendShelved(c, answer, tag);
  };
}

async function sendShelved(c: PortalCall, answer: ShelvedAnswer, tag: string): Promise<Response> {
  c.header('etag', tag);
  c.header('cache-control', open);
  c.header('content-type', answer.type);
  for (const [name, value] of Object.entries(answer.headers)) c.header(name, value);
  const since = c.req.header('if-modified-since');
  const modified = answer.headers['last-modified'];
  if (since && modified && !c.req.header('if-none-match') && Date.parse(since) >= Date.parse(modified))
    return c.body(null, 304);
  if (answer.bytes.length < 1_024 || !(c.req.header('accept-encoding') ?? '').includes('gzip'))
    return c.body(new Uint8Array(answer.bytes));
  answer.packed ??= await pack(answer.bytes, { level: 4 });
  c.header('content-encoding', 'gzip');
  return c.body(new Uint8Array(answer.packed));
}

/** Sends what is not kept: faults, files, answers to forms, and what was asked anew. */
export async function sendPortal(
  c: PortalCall,
  assets: PortalAssets,
  reply: PortalReply,
  tag?: string,
): Promise<Response> {
  const ctx = c.var.portal;
  const lasting = tag !== undefined && 'status' in reply && reply.status === 200;
  c.header('cache-control', lasting ? open : reply.kind === 'redirect' && reply.status === 301 ? open : 'no-store');
  if (lasting) c.header('etag', tag);
  if (reply.kind === 'redirect') return c.redirect(ctx.to(reply.to), reply.status);
  c.header('vary', 'accept-language, accept-encoding');
  if (reply.kind === 'page') {
    c.header('content-language', ctx.language);
    return c.html(await portalLayout(ctx, reply, assets), reply.status);
  }
  c.header('content-type', reply.type);
  if (reply.lastModified) c.header('last-modified', reply.lastModified.toUTCString());
  for (const [name, value] of Object.entries(reply.headers)) c.header(name, value);
  const body = reply.body instanceof Uint8Array ? new Uint8Array(reply.body) : reply.body;
  return c.body(body as never, reply.status);
}

/** Reads the input by the route's schemas and calls the handler. An address that does not fit is an unknown page. */
async function call(c: PortalCall, route: PortalRoute, form: unknown): Promise<PortalReply> {
  return route.handler((await knownOf(c, route, form)) as never);
}

async function knownOf(c: PortalCall, route: PortalRoute, form: unknown): Promise<PortalContext & { input: unknown }> {
  const params = await parse(route.input.params, c.req.param());
  const query = await parse(route.input.query, nested(c.var.portal.url.searchParams));
  if (params.problems.length > 0 || query.problems.length > 0) throw new AppError('record.notFound');
  return { ...c.var.portal, input: { params: params.value, query: query.value, form } };
}

/**
 * A form of the portal. It carries no secret, because there is no session that another site could misuse; that it comes from our own page is told by the
 * browser, so that another site cannot send readers' forms in their name.
 */
async function answerForm(c: PortalCall, route: PortalRoute): Promise<PortalReply> {
  const { headers } = c.req.raw;
  const from = headers.get('origin');
  const own = new URL(c.var.portal.services.publicUrl).origin;
  const here = new URL(c.req.url).origin;
  const site = headers.get('sec-fetch-site');
  if ((from !== null && from !== own && from !== here) || (site !== null && site !== 'same-origin' && site !== 'none'))
    return foreignPage(c.var.portal);
  const fields = await c.req.formData().catch(() => undefined);
  if (!fields) return foreignPage(c.var.portal);
  const entries = [...fields];
  const again = async (problems: readonly Problem[]): Promise<PortalReply> => {
    if (!route.onInvalid) throw new AppError('record.notFound');
    const state: FormState = { values: typedValues(entries), problems };
    const shown = await route.onInvalid((await knownOf(c, route, {})) as never, state);
    return { ...shown, status: 422 };
  };
  const form = await parse(route.input.form, nested(entries));
  if (form.problems.length > 0) return again(form.problems);
  try {
    return await call(c, route, form.value);
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 422) throw error;
    const listed = error.code === 'record.invalid' && Array.isArray(error.details) ? (error.details as Problem[]) : [];
    return again(listed.length > 0 ? listed : [{ path: '', key: error.code, values: error.values }]);
  }
}
