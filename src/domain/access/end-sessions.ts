import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { ownAccount } from './own-account.ts';

/** Ends one of the own sessions, wherever it is open. */
export async function endOwnSession(w: Writer<'account.keepOwn'>, sessionId: string): Promise<void> {
  const accountId = ownAccount(w);
  const gone = await w.db
    .deleteFrom('session')
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .where('id', '=', sessionId)
    .returning('device')
    .executeTakeFirst();
  if (!gone) throw new AppError('record.notFound');
  await w.log({ noun: 'account', recordId: accountId, summary: 'endSession', before: gone });
}

/** Ends all own sessions but the one at hand; answers how many. */
export async function endOtherSessions(w: Writer<'account.keepOwn'>, keptSessionId: string): Promise<number> {
  const accountId = ownAccount(w);
  const gone = await w.db
    .deleteFrom('session')
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .where('id', '!=', keptSessionId)
    .returning('id')
    .execute();
  await w.log({ noun: 'account', recordId: accountId, summary: 'endOtherSessions', before: { sessions: gone.length } });
  return gone.length;
}

/** Ends all sessions of an account, by an administrator. */
export async function endSessionsOf(w: Writer<'account.administer'>, accountId: Id<'account'>): Promise<void> {
  await closeSessions(w, accountId);
  await w.log({ noun: 'account', recordId: accountId, summary: 'endSessions' });
}

/**
 * Ends what an account has open, and by raising its epoch also what is being opened at this very moment with what was true before. With `kept`, the session
 * of who does it lives on in the new epoch.
 */
export async function closeSessions(
  w: Writer<'account.administer' | 'account.keepOwn'>,
  accountId: Id<'account'>,
  kept?: string,
): Promise<void> {
  const { epoch } = await w.db
    .updateTable('account')
    .set((eb) => ({ epoch: eb('epoch', '+', 1) }))
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', accountId)
    .returning('epoch')
    .executeTakeFirstOrThrow(() => new AppError('record.notFound'));
  await w.db
    .deleteFrom('pending_sign_in')
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .execute();
  await w.db
    .deleteFrom('session')
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .$if(kept !== undefined, (query) => query.where('id', '!=', kept!))
    .execute();
  if (kept !== undefined)
    await w.db
      .updateTable('session')
      .set({ epoch })
      .where('tenant_id', '=', w.tenantId)
      .where('account_id', '=', accountId)
      .execute();
}
