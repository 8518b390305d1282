import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Account } from './account-reader.ts';

/** An account with the person of the register that it belongs to, if that was said. */
export type ListedAccount = Account & { readonly personId: Id<'person'> | null };

/** All accounts of the authority, by name. */
export async function listAccounts(r: Reader<'account.administer'>): Promise<readonly ListedAccount[]> {
  const rows = await r.db
    .selectFrom('account')
    .select(['id', 'login', 'name', 'active', 'person_id'])
    .where('tenant_id', '=', r.tenantId)
    .orderBy('name')
    .orderBy('login')
    .execute();
  return rows.map(({ person_id, ...account }) => ({ ...account, personId: person_id }));
}
