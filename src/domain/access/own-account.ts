import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';

/** The account that a proof of keeping the own account is about. */
export function ownAccount(w: Writer<'account.keepOwn'>): Id<'account'> {
  if (w.auth.accountId === null) throw new Error('Only an account keeps itself; the system has no second factor.');
  return w.auth.accountId;
}

/** The session in which a second factor was just taken into use stands on two factors from there on. */
export async function strengthenSession(w: Writer<'account.keepOwn'>, sessionId: string): Promise<void> {
  await w.db
    .updateTable('session')
    .set({ two_factors: true })
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', ownAccount(w))
    .where('id', '=', sessionId)
    .execute();
}
