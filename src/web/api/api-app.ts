import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Actor, authorize } from '../../domain/access/index.ts';
import { AppError, type ErrorCode, messageOf } from '../../kernel/errors.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { RequestContext, Services } from '../contracts.ts';
import { html } from '../html.ts';
import { largest } from '../pipeline/guards.ts';
import { rateLimit } from '../pipeline/rate-limit.ts';
import { nested, parse } from '../pipeline/read-input.ts';
import { securityHeaders } from '../pipeline/security-headers.ts';
import type { Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { problemText, uiIn } from '../texts/index.ts';
import { formFromJson, TooDeep } from './api-input.ts';
import { type ApiRoute, apiPath, apiRoutesOf } from './api-routes.ts';
import { openApiOf } from './openapi.ts';

export type ApiOptions = {
  readonly services: Services;
  readonly routes: readonly Route[];
  readonly version: string;
  /** Who a key acts for. */
  readonly findActor: (token: string) => Promise<Actor | undefined>;
  readonly log?: (line: string) => void;
  /** Where lines about keys that were refused go; nowhere unless told. */
  readonly securityLog?: (line: string) => void;
};

type Env = { Variables: { requestId: string; actor: Actor | undefined } };

/**
 * The API for writing: the verbs behind the forms, for programs that carry a key. It reads no cookie, so that no page elsewhere can use the session of
 * whoever visits it, and therefore asks for no proof that a form came from our own pages.
 */
export function apiApp({
  services,
  routes,
  version,
  findActor,
  log = console.error,
  securityLog = () => {},
}: ApiOptions): Hono<Env> {
  const { runtime, publicUrl } = services;
  const limit = rateLimit(() => runtime.now().getTime());
  const description = JSON.stringify(openApiOf(routes, { site: publicUrl, version }));
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    const requestId = runtime.newId();
    c.set('requestId', requestId);
    c.header('x-request-id', requestId);
    for (const [name, value] of Object.entries(securityHeaders(publicUrl.startsWith('https:')))) c.header(name, value);
    c.header('cache-control', 'no-store');
    await next();
    const { status } = c.res;
    if (status !== 401 && status !== 403 && status !== 429) return;
    const line = { level: 'security', event: status === 429 ? 'tooMany' : 'refused', at: runtime.now().toISOString() };
    const account = c.var.actor?.accountId ?? null;
    securityLog(JSON.stringify({ ...line, requestId, method: c.req.method, path: c.req.path, status, account }));
  });
  app.get('/api/openapi.json', (c) => {
    c.header('access-control-allow-origin', '*');
    return c.body(description, 200, { 'content-type': 'application/json; charset=utf-8' });
  });
  for (const route of apiRoutesOf(routes))
    app.post(
      apiPath(route),
      bodyLimit({
        maxSize: largest[route.rate] * 1_400_000,
        onError: (c) => refuse(c as Context<Env>, 413, 'api.tooLarge'),
      }),
      async (c) => {
        const token = /^Bearer ([\w-]{1,100})$/.exec(c.req.header('authorization') ?? '')?.[1];
        const actor = token && (await findActor(token));
        if (!actor) {
          c.header('www-authenticate', 'Bearer');
          const seconds = limit.take('signIn', 'unknown');
          if (seconds > 0) c.header('retry-after', String(seconds));
          return seconds > 0 ? refuse(c, 429, 'api.tooMany') : refuse(c, 401, 'api.keyUnknown');
        }
        c.set('actor', actor);
        const seconds = limit.take(route.rate, actor.accountId ?? 'unknown');
        if (seconds > 0) {
          c.header('retry-after', String(seconds));
          return refuse(c, 429, 'api.tooMany');
        }
        return answer(c, await callRoute(c, services, route, actor));
      },
    );
  app.notFound((c) => refuse(c, 404, 'record.notFound'));
  app.onError((error, c) => {
    if (error instanceof AppError && error.status !== 503) return tell(c, error.status, error);
    log(
      JSON.stringify({
        level: 'error',
        api: c.req.path,
        requestId: c.var.requestId,
        error: error.stack ?? String(error),
      }),
    );
    return error instanceof AppError
      ? tell(c, 503, error)
      : c.json(
          { type: 'about:blank', title: 'Ett fel hos oss.', status: 500, code: 'bug', requestId: c.var.requestId },
          500,
        );
  });
  return app;
}

/** Asks whether the key may, reads what was sent by the schema of the form, and calls the same handler that the form calls. */
async function callRoute(c: Context<Env>, services: Services, route: ApiRoute, actor: Actor): Promise<Reply> {
  const auth = authorize(actor, route.policy);
  const url = new URL(c.req.url);
  const params = await parse(route.input.params, c.req.param());
  const query = await parse(route.input.query, nested(url.searchParams));
  if (params.problems.length > 0) throw new AppError('record.notFound');
  const form = await parse(route.input.form, route.input.form ? await sentForm(c) : {});
  const problems = [...query.problems, ...form.problems];
  if (problems.length > 0) throw new AppError('record.invalid', {}, problems);
  const context: RequestContext = {
    ...uiIn(actor.language),
    services,
    actor,
    session: undefined,
    device: 'API',
    pendingSignIn: undefined,
    origin: url.origin,
    requestId: c.var.requestId,
    path: route.path,
    url,
    csrfField: () => html``,
    newIdempotencyKey: () => services.runtime.newToken(16),
    answeredPolls: [],
  };
  const input = { params: params.value, query: query.value, form: form.value };
  return await route.handler({ ...context, auth, input } as never);
}

/** The fields of the body, with the key of the call and the version that was seen from their headers. */
async function sentForm(c: Context<Env>): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) throw new AppError('api.notJson');
  const text = await c.req.text();
  let fields: unknown;
  try {
    fields = formFromJson(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TooDeep || error instanceof RangeError)
      throw new AppError('api.notJson');
    throw error;
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields) || fields instanceof File)
    throw new AppError('api.notJson');
  const key = c.req.header('idempotency-key');
  const version = /^"(\d{1,9})"$/.exec(c.req.header('if-match') ?? '')?.[1];
  return Object.assign(Object.create(null), fields, key && { idempotencyKey: key }, version && { version });
}

function answer(c: Context<Env>, reply: Reply): Response {
  switch (reply.kind) {
    case 'redirect':
      return c.json({ location: reply.to, ...(reply.flash && { message: reply.flash.text }) });
    case 'page':
      return c.json({ message: reply.title }, reply.status === 200 ? 200 : 422);
    case 'json':
      return c.json(reply.value as Record<string, unknown>);
    case 'file':
      return c.body(new Uint8Array(reply.bytes), 200, { 'content-type': reply.type });
  }
}

function refuse(c: Context<Env>, status: 401 | 404 | 413 | 429, code: ErrorCode): Response {
  return tell(c, status, new AppError(code));
}

/** What went wrong, as RFC 9457 has it: the code of the catalogue, the sentence in the language of the key's owner, and each field at fault. */
function tell(c: Context<Env>, status: number, error: AppError): Response {
  const ui = uiIn(c.var.actor?.language ?? 'sv');
  const listed = error.code === 'record.invalid' && Array.isArray(error.details) ? (error.details as Problem[]) : [];
  const body = {
    type: `urn:kansli:error:${error.code}`,
    title: messageOf(error.code, ui.language, error.values),
    status,
    code: error.code,
    requestId: c.var.requestId,
    ...(listed.length > 0 && {
      problems: listed.map((one) => ({ path: one.path, code: one.key, message: problemText(ui, one) })),
    }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...Object.fromEntries(c.res.headers), 'content-type': 'application/problem+json; charset=utf-8' },
  });
}
