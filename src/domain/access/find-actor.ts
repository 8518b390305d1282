import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { Database } from '../../storage/database.ts';
import { type Actor, grantsOn, type RoleGrant } from './actor.ts';
import type { Role } from './roles.ts';

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
    const rows = await system
      .selectFrom('role_grant')
      .select(['role', 'body_id', 'valid_from', 'valid_to'])
      .where('tenant_id', '=', tenantId)
      .where('account_id', '=', accountId)
      .execute();
    const grants = rows.map(
      (row): RoleGrant => ({
        role: row.role as Role,
        bodyId: row.body_id,
        validFrom: row.valid_from,
        validTo: row.valid_to,
      }),
    );
    const language = account.language as Language;
    return { tenantId, accountId, name: account.name, language, grants: grantsOn(grants, db.runtime.today()) };
  });
}
