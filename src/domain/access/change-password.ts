import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { closeSessions } from './end-sessions.ts';
import { ownAccount } from './own-account.ts';
import { passwordProblems } from './password-rules.ts';
import { hashPassword } from './passwords.ts';

/** Sets a new password for the own account; all other sessions end, and what was begun with the old one leads nowhere. */
export async function changePassword(
  w: Writer<'account.keepOwn'>,
  { password, sessionId }: { readonly password: string; readonly sessionId: string },
): Promise<void> {
  await storePassword(w, { accountId: ownAccount(w), password, kept: sessionId });
}

/** Sets a password that an administrator hands over, for somebody who has lost theirs; all sessions of the account end. */
export async function resetPassword(
  w: Writer<'account.administer'>,
  { accountId, password }: { readonly accountId: Id<'account'>; readonly password: string },
): Promise<void> {
  await storePassword(w, { accountId, password });
}

async function storePassword(
  w: Writer<'account.keepOwn' | 'account.administer'>,
  given: { readonly accountId: Id<'account'>; readonly password: string; readonly kept?: string },
): Promise<void> {
  const { accountId, password, kept } = given;
  const account = await w.db
    .selectFrom('account')
    .leftJoin('code_factor as code', (join) =>
      join.onRef('code.tenant_id', '=', 'account.tenant_id').onRef('code.account_id', '=', 'account.id'),
    )
    .select(['account.login', 'account.name', 'code.confirmed_at'])
    .where('account.tenant_id', '=', w.tenantId)
    .where('account.id', '=', accountId)
    .executeTakeFirst();
  if (!account) throw new AppError('record.notFound');
  const { login, name, confirmed_at } = account;
  refuseProblems(passwordProblems(password, { login, name, hasSecondFactor: Boolean(confirmed_at) }));
  await w.db
    .updateTable('account')
    .set({ password_hash: await hashPassword(password) })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', accountId)
    .execute();
  await closeSessions(w, accountId, kept);
  await w.log({ noun: 'account', recordId: accountId, summary: 'changePassword' });
}
