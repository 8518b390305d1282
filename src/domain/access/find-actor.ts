import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { Database } from '../../storage/database.ts';
import type { Actor } from './actor.ts';
import { grantsOf } from './grants-reader.ts';

/**
 * Someone for whom background work is done, with the roles that hold when it is done: who has left the office meanwhile may do nothing any more.
 * Undefined when the account is gone or no longer active.
 */
export async function findActor(
  db: Database,
  tenantId: Id<'tenant'>,
  accountId: Id<'account'>,
): Promise<Actor | undefined> {
  return await db.system('findAccount', async (system) => {
    const account = await system
      .selectFrom('account')
      .select(['name', 'language'])
      .where('tenant_id', '=', tenantId)
      .where('id', '=', accountId)
      .where('active', '=', true)
      .executeTakeFirst();
    if (!account) return undefined;
    const grants = await grantsOf({ db: system, tenantId }, [accountId], db.runtime.today());
    return {
      tenantId,
      accountId,
      name: account.name,
      language: account.language as Language,
      grants: grants.get(accountId) ?? [],
    };
  });
}
