import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Account } from './account-reader.ts';
import type { GrantedRole } from './roles.ts';

/** A role that an account has or will have, where, and its last day when there is one. */
export type ListedGrant = {
  readonly role: GrantedRole;
  readonly bodyName: string | null;
  readonly validTo: CivilDate | null;
};

/** An account with the person of the register that it belongs to, if that was said, and the roles that have not ended. */
export type ListedAccount = Account & {
  readonly personId: Id<'person'> | null;
  readonly grants: readonly ListedGrant[];
};

/** All accounts of the authority, by name, with their roles on a day and after it. */
export async function listAccounts(
  r: Reader<'account.administer'>,
  today: CivilDate,
): Promise<readonly ListedAccount[]> {
  const rows = await r.db
    .selectFrom('account')
    .select(['id', 'login', 'name', 'active', 'person_id'])
    .where('tenant_id', '=', r.tenantId)
    .orderBy('name')
    .orderBy('login')
    .execute();
  const grants = Map.groupBy(await grantsFrom(r, today), ({ account_id }) => account_id);
  return rows.map(({ person_id, ...account }) => ({
    ...account,
    personId: person_id,
    grants: (grants.get(account.id) ?? []).map(({ role, name, valid_to }) => ({
      role: role as GrantedRole,
      bodyName: name,
      validTo: valid_to,
    })),
  }));
}

async function grantsFrom(r: Reader, today: CivilDate) {
  return await r.db
    .selectFrom('role_grant as given')
    .leftJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'given.tenant_id').onRef('body.id', '=', 'given.body_id'),
    )
    .select(['given.account_id', 'given.role', 'given.valid_to', 'body.name'])
    .where('given.tenant_id', '=', r.tenantId)
    .where((eb) => eb.or([eb('given.valid_to', 'is', null), eb('given.valid_to', '>=', today)]))
    .orderBy('given.role')
    .orderBy('body.name')
    .execute();
}
