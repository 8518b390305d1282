import type * as z from 'zod';
import type { PublishedAuthority } from '../../domain/published/index.ts';
import type { FormState } from '../contracts.ts';
import type { PortalContext } from './portal-context.ts';
import type { PortalPage, PortalReply } from './portal-reply.ts';

type Schema = z.ZodType;
type Output<S> = S extends Schema ? z.output<S> : Readonly<Record<string, never>>;
type Input = { readonly params?: Schema; readonly query?: Schema; readonly form?: Schema };
type Path = '/oppet' | `/oppet/${string}`;

/** Below the name of an authority its portal is known to be open when the handler is called; an unknown name is an unknown page. */
type AuthorityOf<P extends Path> = P extends `/oppet/:authority${string}` ? PublishedAuthority : undefined;

export type PortalHandlerContext<P extends Path, I extends Input> = PortalContext & {
  readonly authority: AuthorityOf<P>;
  readonly input: {
    readonly params: Output<I['params']>;
    readonly query: Output<I['query']>;
    readonly form: Output<I['form']>;
  };
};

export type PortalDefinition<P extends Path, I extends Input> = {
  readonly method?: 'GET' | 'POST';
  readonly path: P;
  /** One Swedish sentence for the reference: what one finds here. */
  readonly about: string;
  readonly input?: I;
  /** Values with which the tests can call the route. `authority` is filled in by them. */
  readonly sample: {
    readonly params?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string>>;
    readonly form?: Readonly<Record<string, string>>;
  };
  /** The answer also depends on the day or on what is not published: it is never answered from what was said before. */
  readonly alwaysAsked?: boolean;
  readonly handler: (ctx: PortalHandlerContext<P, I>) => Promise<PortalReply> | PortalReply;
  /** Draws the form again after an error, with everything that was typed. */
  readonly onInvalid?: (
    ctx: PortalHandlerContext<P, Omit<I, 'form'>>,
    state: FormState,
  ) => Promise<PortalPage> | PortalPage;
};

/** A route of the portal as its pipeline sees it, its types forgotten: only `portalRoute` makes one. Its policy is that of all: anybody. */
export type PortalRoute = {
  readonly method: 'GET' | 'POST';
  readonly path: Path;
  readonly policy: 'public';
  readonly about: string;
  readonly input: Input;
  readonly sample: PortalDefinition<Path, Input>['sample'];
  readonly alwaysAsked: boolean;
  readonly handler: (ctx: never) => Promise<PortalReply> | PortalReply;
  readonly onInvalid: ((ctx: never, state: FormState) => Promise<PortalPage> | PortalPage) | undefined;
};

/**
 * The only way to make a page of the open portal reachable. One definition feeds its router, the tests that walk it and the reference. There is no
 * policy to choose: what stands here is for everybody, and reads what is published and nothing else.
 */
export function portalRoute<const P extends Path, const I extends Input = Record<never, never>>(
  definition: PortalDefinition<P, I>,
): PortalRoute {
  const { path, method = 'GET', input } = definition;
  if (method === 'GET' && input?.form) throw new Error(`GET ${path} has a form schema. Only POST carries a form.`);
  if (input?.form && !definition.onInvalid)
    throw new Error(`POST ${path} has a form but no onInvalid. Add one, so that nobody loses what they typed.`);
  for (const [, name] of path.matchAll(/:(\w+)/g))
    if (name !== 'authority' && definition.sample.params?.[name!] === undefined)
      throw new Error(`${path} has no sample for :${name}. Add sample.params.${name}.`);
  return {
    ...definition,
    method,
    policy: 'public',
    input: input ?? {},
    alwaysAsked: definition.alwaysAsked ?? false,
    onInvalid: definition.onInvalid,
  } as PortalRoute;
}
