import type { Handler } from 'hono';
import { AppError } from '../../kernel/errors.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { FormState, RequestContext } from '../contracts.ts';
import type { Page, Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { proofOf } from './guards.ts';
import { nested, parse, typedValues } from './read-input.ts';
import { type Sender, send } from './send.ts';
import { requestContext, type WebContext, type WebEnv } from './visit.ts';

/** The last step: read the input by the route's schemas, call the handler, and show the form again when something has to be corrected. */
export function answer(sender: Sender, route: Route): Handler<WebEnv> {
  return async (c) => {
    const { url, entries } = c.var.visit;
    const params = await parse(route.input.params, c.req.param());
    if (params.problems.length > 0) throw new AppError('record.notFound');
    const query = await parse(route.input.query, nested(url.searchParams));
    if (query.problems.length > 0) throw new AppError('record.invalid', {}, query.problems);
    const known = {
      ...requestContext(c, sender.services),
      auth: proofOf(c),
      input: { params: params.value, query: query.value, form: {} },
    };

    const form = await parse(route.input.form, nested(entries));
    if (form.problems.length > 0)
      return send(c, sender, await again(c, route, known, { problems: form.problems }, 422));
    try {
      const ctx = { ...known, input: { ...known.input, form: form.value } };
      return await send(c, sender, await call(route, ctx));
    } catch (error) {
      if (!(error instanceof AppError) || !route.onInvalid || (error.status !== 422 && error.status !== 409))
        throw error;
      return send(c, sender, await again(c, route, known, problemsOf(error), error.status));
    }
  };
}

function call(route: Route, ctx: unknown): Promise<Reply> | Reply {
  return route.handler(ctx as never);
}

/** The form with everything that was typed, and what is wrong. */
async function again(
  c: WebContext,
  route: Route,
  known: RequestContext,
  wrong: Omit<FormState, 'values'>,
  status: 409 | 422,
): Promise<Page> {
  if (!route.onInvalid) throw new AppError('record.invalid', {}, wrong.problems);
  const shown = await route.onInvalid(known as never, { values: typedValues(c.var.visit.entries), ...wrong });
  return { ...shown, status: shown.status === 200 ? status : shown.status };
}

/** The problems that a verb found, or the rule itself as one problem of the whole form. */
function problemsOf(error: AppError): Omit<FormState, 'values'> {
  const listed =
    error.code === 'record.invalid' && Array.isArray(error.details) ? (error.details as readonly Problem[]) : [];
  if (listed.length > 0) return { problems: listed };
  return {
    problems: [{ path: '', key: error.code, values: error.values }],
    ...(error.details !== undefined && { conflict: error.details }),
  };
}
