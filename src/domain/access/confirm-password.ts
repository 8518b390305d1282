import type { Id } from '../../kernel/id.ts';
import type { Database } from '../../storage/database.ts';
import { passwordFits } from './passwords.ts';

/** Whether a signed-in account gives its own password again: asked before an act that binds, so that an unattended screen cannot sign. */
export async function confirmPassword(db: Database, accountId: Id<'account'>, password: string): Promise<boolean> {
  const account = await db.system('findAccount', (system) =>
    system
      .selectFrom('account')
      .select('password_hash')
      .where('id', '=', accountId)
      .where('active', '=', true)
      .executeTakeFirst(),
  );
  return await passwordFits(account?.password_hash ?? null, password);
}
