import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Database } from '../../storage/database.ts';
import { secondFactorFits } from './code-factor.ts';
import type { Keyring } from './keyring.ts';
import { openSession } from './open-session.ts';
import { passwordFits } from './passwords.ts';
import { keepPending, takePending, tryPending } from './pending-sign-in.ts';
import { checkPassword, type Session, sessionOf } from './sessions.ts';
import type { SecondFactorPolicy } from './sign-in-kinds.ts';

/** What the installation says about signing in. */
export type SignInRules = { readonly keyring: Keyring; readonly policy: SecondFactorPolicy };

/** Somebody has come in, or has given a password and is asked for a code next. */
export type BegunSignIn =
  | { readonly next: 'in'; readonly token: string; readonly session: Session }
  | { readonly next: 'code'; readonly pending: string };

/** The first step with a password. Who has an app for codes goes on with `endSignIn`. */
export async function beginSignIn(
  db: Database,
  { policy }: SignInRules,
  given: { readonly login: string; readonly password: string; readonly device: string },
): Promise<BegunSignIn> {
  const account = await checkPassword(db, given.login, given.password);
  if (account.hasCode) {
    const pending = db.runtime.newToken(32);
    const content = { epoch: String(account.epoch) };
    await keepPending(db, pending, {
      tenantId: account.tenantId,
      kind: 'secondFactor',
      accountId: account.accountId,
      sessionId: null,
      content,
    });
    return { next: 'code', pending };
  }
  const token = await openSession(db, { ...account, method: 'password', twoFactors: false, device: given.device });
  return { next: 'in', ...(await sessionOf(db, token, policy)) };
}

/** The second step: a code of the app or a recovery code. A few wrong ones are borne, then one begins again with the password. */
export async function endSignIn(
  db: Database,
  { keyring, policy }: SignInRules,
  given: { readonly pending: string; readonly code: string; readonly device: string },
): Promise<{ token: string; session: Session }> {
  const pending = await tryPending(db, given.pending, 'secondFactor');
  if (!pending?.accountId) throw new AppError('access.signInExpired');
  const { tenantId, accountId, content } = pending;
  const fits = await secondFactorFits(db, keyring, { tenantId, accountId }, given.code);
  if (!fits) throw new AppError('access.wrongCode');
  await takePending(db, given.pending, 'secondFactor');
  const method = fits === 'code' ? 'passwordAndCode' : 'passwordAndRecoveryCode';
  const token = await openSession(db, {
    tenantId,
    accountId,
    epoch: Number(content.epoch),
    method,
    twoFactors: true,
    device: given.device,
  });
  return await sessionOf(db, token, policy);
}

/** What somebody who is signed in gives to show that they are there: the password, and a code where the account has one. */
export type GivenProof = { readonly password: string; readonly code?: string | undefined };

/** Whether it is right. A code counts once, also here. */
export async function proofFits(
  db: Database,
  keyring: Keyring,
  holder: { readonly tenantId: Id<'tenant'>; readonly accountId: Id<'account'> },
  given: GivenProof,
): Promise<boolean> {
  const account = await db.system('findAccount', (system) =>
    system
      .selectFrom('account')
      .leftJoin('code_factor as code', (join) =>
        join.onRef('code.tenant_id', '=', 'account.tenant_id').onRef('code.account_id', '=', 'account.id'),
      )
      .select(['account.password_hash', 'code.confirmed_at'])
      .where('account.tenant_id', '=', holder.tenantId)
      .where('account.id', '=', holder.accountId)
      .where('account.active', '=', true)
      .executeTakeFirst(),
  );
  if (!(await passwordFits(account?.password_hash ?? null, given.password)) || !account) return false;
  if (!account.confirmed_at) return true;
  return (await secondFactorFits(db, keyring, holder, given.code ?? '')) !== undefined;
}
