import type { Authorized } from '../../kernel/authorized.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { type Action, readingActions, roleMay } from './actions.ts';
import type { Actor, RoleGrant } from './actor.ts';

/**
 * The only maker of `Authorized`: asks the table of actions whether the actor may, before any data is read. Throws `access.denied`. The proof
 * lists the bodies on which the action is allowed; a verb that changes a body's record asks `requireBody` for it.
 */
export function authorize<A extends Action>(actor: Actor, action: A): Authorized<A> {
  const grants = isHanded(actor, action) ? actor.grants.filter((grant) => roleMay(grant.role, action)) : [];
  if (grants.length === 0) throw new AppError('access.denied');
  const bodyIds = grants.map((grant) => grant.bodyId);
  const everywhere = action === 'record.read' || bodyIds.includes(null);
  return {
    action,
    tenantId: actor.tenantId,
    accountId: actor.accountId,
    actorName: nameFor(actor, grants),
    bodies: everywhere ? 'all' : bodyIds.filter((bodyId) => bodyId !== null),
    mayWrite: !(readingActions as readonly Action[]).includes(action),
  } as Authorized<A>;
}

/** The name that the log keeps: who acts in a role that was lent is named together with whom they act for. */
function nameFor(actor: Actor, grants: readonly RoleGrant[]): string {
  const givers = [...new Set(grants.flatMap(({ onBehalfOf }) => onBehalfOf?.name ?? []))];
  if (givers.length === 0) return actor.name;
  // Who may do it in an own role too acts for another only on the bodies where the role was lent.
  const own = grants.some(({ onBehalfOf }) => onBehalfOf === undefined);
  return `${actor.name} ${own ? '(även för' : 'för'} ${givers.join(' och ')}${own ? ')' : ''}`;
}

/**
 * The proof of somebody who is signed in, to keep what belongs to the own account: password, second factor, sessions. It needs no role, and the verbs that
 * take it reach no other account than `auth.accountId`.
 */
export function authorizeOwnAccount(
  actor: Actor & { readonly accountId: Id<'account'> },
): Authorized<'account.keepOwn'> {
  return {
    action: 'account.keepOwn',
    tenantId: actor.tenantId,
    accountId: actor.accountId,
    actorName: actor.name,
    bodies: [],
    mayWrite: true,
  } as unknown as Authorized<'account.keepOwn'>;
}

/**
 * The proof of anybody at all, without an account, to read what is published of an authority: the notice board is open to everyone (KL 8:9–10). The
 * readers that pages hand it to read nothing but what a verb has made public.
 */
export function authorizePublished(tenantId: Id<'tenant'>): Authorized<'published.read'> {
  return {
    action: 'published.read',
    tenantId,
    accountId: null,
    actorName: 'Besökare',
    bodies: [],
    mayWrite: false,
  } as unknown as Authorized<'published.read'>;
}

/** Whether an actor may do an action (on a body), for pages that show a button only to those who can use it. */
export function may(actor: Actor, action: Action, bodyId?: Id<'body'>): boolean {
  if (!isHanded(actor, action)) return false;
  return actor.grants.some(
    (grant) =>
      roleMay(grant.role, action) && (bodyId === undefined || grant.bodyId === null || grant.bodyId === bodyId),
  );
}

/** Whether the action was handed to the key through which somebody acts; without a key it always is. */
function isHanded({ only }: Actor, action: Action): boolean {
  return only === undefined || only.includes(action);
}

/** Throws `access.denied` when the proof does not cover the body of the record at hand. */
export function requireBody(auth: Authorized, bodyId: Id<'body'>): void {
  if (auth.bodies !== 'all' && !auth.bodies.includes(bodyId)) throw new AppError('access.denied');
}
