import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';

/** The account that a proof of keeping the own account is about. */
export function ownAccount(w: Writer<'account.keepOwn'>): Id<'account'> {
  if (w.auth.accountId === null) throw new Error('Only an account keeps itself; the system has no second factor.');
  return w.auth.accountId;
}
