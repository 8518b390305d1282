import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';

/** An account as administrators see it; never its password hash. */
export type Account = {
  readonly id: Id<'account'>;
  readonly login: string;
  readonly name: string;
  readonly active: boolean;
};

/** The account with a login name, if there is one in the authority. */
export async function findAccountByLogin(r: Reader<'account.administer'>, login: string): Promise<Account | undefined> {
  return await r.db
    .selectFrom('account')
    .select(['id', 'login', 'name', 'active'])
    .where('tenant_id', '=', r.tenantId)
    .where('login', '=', login.trim().toLowerCase())
    .executeTakeFirst();
}

/** Whether anybody at all can sign in to the authority. */
export async function hasAccounts(r: Reader<'account.administer'>): Promise<boolean> {
  const found = await r.db.selectFrom('account').select('id').where('tenant_id', '=', r.tenantId).limit(1).execute();
  return found.length > 0;
}
