import type * as z from 'zod';
import type { ActorOf, FormState, Policy, ProofOf, RequestContext } from './contracts.ts';
import type { Page, Reply } from './reply.ts';

/** How often a route may be called: reading is generous, writing less so, guessing passwords hardly at all; a hall answers a poll all at once. */
export const rateClasses = ['page', 'write', 'signIn', 'upload', 'ballot'] as const;
export type RateClass = (typeof rateClasses)[number];

type Schema = z.ZodType;
type Output<S> = S extends Schema ? z.output<S> : Readonly<Record<string, never>>;

/** The shapes of what comes in. Params that do not fit are an unknown page; a form that does not fit is shown again with what was typed. */
export type RouteInput = { readonly params?: Schema; readonly query?: Schema; readonly form?: Schema };

export type HandlerContext<P extends Policy = Policy, I extends RouteInput = RouteInput> = Omit<
  RequestContext,
  'actor'
> & {
  readonly actor: ActorOf<P>;
  readonly auth: ProofOf<P>;
  readonly input: {
    readonly params: Output<I['params']>;
    readonly query: Output<I['query']>;
    readonly form: Output<I['form']>;
  };
};

/** The context without the form: all that is known when what was typed did not fit. */
export type InvalidContext<P extends Policy, I extends RouteInput> = HandlerContext<P, Omit<I, 'form'>>;

/** Values with which the tests can call the route: path parameters, query and form fields as text. */
export type RouteSample = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
};

export type RouteDefinition<P extends Policy, I extends RouteInput> = {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  readonly policy: P;
  /** One Swedish sentence for the reference: what one does here. */
  readonly about: string;
  readonly input?: I;
  readonly sample: RouteSample;
  readonly rate?: RateClass;
  /** What comes in is JSON of another program that carries a signature of its own: it is no form of ours, and no session gives it any power. */
  readonly signed?: true;
  /**
   * Whether the person has to have shown within ten minutes that they are there: for what binds (signing minutes) and what is secret. `ownForm` is
   * for a form that asks for the password itself, of those for whom the password is all there is.
   */
  readonly freshProof?: true | 'ownForm';
  readonly handler: (ctx: HandlerContext<P, I>) => Promise<Reply> | Reply;
  /** Draws the form again after an error, with everything that was typed. Every POST with a form schema has one. */
  readonly onInvalid?: (ctx: InvalidContext<P, I>, state: FormState) => Promise<Page> | Page;
};

/** A route as the pipeline sees it, its types forgotten: only `route` makes one, so that the pieces are known to fit. */
export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  readonly policy: Policy;
  readonly about: string;
  readonly input: RouteInput;
  readonly sample: RouteSample;
  readonly rate: RateClass;
  readonly signed?: true;
  readonly freshProof: true | 'ownForm' | undefined;
  readonly handler: (ctx: never) => Promise<Reply> | Reply;
  readonly onInvalid: ((ctx: never, state: FormState) => Promise<Page> | Page) | undefined;
};

/**
 * The only way to make a page reachable. One definition feeds the router, the CSRF check, the rate classes, the authorisation matrix of the
 * tests and the reference, so that none of them can forget a route. `policy` has no default: leaving it out is a type error.
 */
export function route<const P extends Policy, const I extends RouteInput = Record<never, never>>(
  definition: RouteDefinition<P, I>,
): Route {
  const { method, path, input } = definition;
  if (method === 'GET' && input?.form)
    throw new Error(`GET ${path} has a form schema. Only POST carries a form; use query.`);
  if (method === 'POST' && input?.form && !definition.onInvalid)
    throw new Error(`POST ${path} has a form but no onInvalid. Add one, so that nobody loses what they typed.`);
  for (const [, name] of path.matchAll(/:(\w+)/g))
    if (definition.sample.params?.[name!] === undefined)
      throw new Error(`${method} ${path} has no sample for :${name}. Add sample.params.${name}.`);
  return {
    ...definition,
    input: input ?? {},
    rate: definition.rate ?? (method === 'POST' ? 'write' : 'page'),
    freshProof: definition.freshProof,
    onInvalid: definition.onInvalid,
  } as Route;
}

/** The route's address with its sample values filled in. */
export function samplePath(route: Route): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(route.sample.params?.[name] ?? ''),
  );
  const query = new URLSearchParams(route.sample.query ?? {}).toString();
  return query ? `${path}?${query}` : path;
}
