import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type Action, actions } from './actions.ts';
import { heldRoles } from './held-roles-reader.ts';

/** An account as somebody picks it from a list: who it is, and where letters reach it. */
export type NamedAccount = {
  readonly id: Id<'account'>;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly personId: Id<'person'> | null;
};

/** The active accounts that may do an action on a body today, by name; with no body, those that may do it on any. */
export async function accountsWhoMay(
  r: Reader,
  action: Action,
  bodyId: Id<'body'> | null,
  today: string,
): Promise<readonly NamedAccount[]> {
  const roles: readonly string[] = actions[action];
  if (roles.length === 0) return [];
  const rows = await r.db
    .selectFrom('account')
    .innerJoin(heldRoles(r, today).as('held'), (join) => join.onRef('held.account_id', '=', 'account.id'))
    .select(['account.id', 'account.name', 'account.email', 'account.phone', 'account.person_id'])
    .distinct()
    .where('account.tenant_id', '=', r.tenantId)
    .where('account.active', '=', true)
    .where('held.role', 'in', roles)
    .where((eb) =>
      bodyId === null ? eb.val(true) : eb.or([eb('held.body_id', 'is', null), eb('held.body_id', '=', bodyId)]),
    )
    .orderBy('account.name')
    .execute();
  return rows.map(({ person_id, ...row }) => ({ ...row, personId: person_id }));
}

/** An account with a body for which it may do something; null when it may for every body. */
export type AccountOfBody = NamedAccount & { readonly bodyId: Id<'body'> | null };

/**
 * Who may do an action for each of some bodies today: those who hold a role on the very body, and those whose role covers all bodies, told apart
 * so that a letter about a body goes to its own people when it has any. One query however many the bodies.
 */
export async function accountsOfBodies(
  r: Reader,
  action: Action,
  bodyIds: readonly Id<'body'>[],
  today: string,
): Promise<readonly AccountOfBody[]> {
  const roles: readonly string[] = actions[action];
  if (roles.length === 0 || bodyIds.length === 0) return [];
  const rows = await r.db
    .selectFrom('account')
    .innerJoin(heldRoles(r, today).as('held'), (join) => join.onRef('held.account_id', '=', 'account.id'))
    .select(['account.id', 'account.name', 'account.email', 'account.phone', 'account.person_id', 'held.body_id'])
    .distinct()
    .where('account.tenant_id', '=', r.tenantId)
    .where('account.active', '=', true)
    .where('held.role', 'in', roles)
    .where((eb) => eb.or([eb('held.body_id', 'is', null), eb('held.body_id', '=', eb.fn.any(eb.val([...bodyIds])))]))
    .orderBy('account.name')
    .orderBy('account.id')
    .execute();
  return rows.map(({ person_id, body_id, ...row }) => ({ ...row, personId: person_id, bodyId: body_id }));
}
