import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import { stateAfter } from '../../kernel/transition-table.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { type AccountAction, type AccountState, accountStates, accountTransitions } from './account-transitions.ts';
import { closeSessions } from './end-sessions.ts';

export type ChangeAccountState = {
  readonly accountId: Id<'account'>;
  readonly action: AccountAction;
  /** Why, for who reads the log; asked for whenever an account is closed. */
  readonly reason: string | undefined;
};

/** Suspends an account, notes that its holder has left office, or opens it again. Whoever is closed out is out with the next request. */
export async function changeAccountState(
  w: Writer<'account.administer'>,
  change: ChangeAccountState,
): Promise<AccountState> {
  const { accountId, action, reason } = change;
  const row = await lockRow(w, 'account', accountId);
  const state = stateAfter(accountTransitions, accountStates, row.state as AccountState, action) as AccountState;
  const closes = state !== 'active';
  refuseProblems([
    ...(closes && !reason?.trim() ? [{ path: 'reason', key: 'account.reasonMissing' }] : []),
    // Who administers keeps their own way in: otherwise the last one could shut the door from inside.
    ...(closes && accountId === w.auth.accountId ? [{ path: '', key: 'account.ownAccount' }] : []),
  ]);
  await w.db
    .updateTable('account')
    .set((eb) => ({ state, state_reason: reason?.trim() || null, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', accountId)
    .execute();
  if (closes) await closeSessions(w, accountId);
  await w.log({
    noun: 'account',
    recordId: accountId,
    summary: action,
    before: { state: row.state },
    after: { state, reason: reason?.trim() || null },
  });
  return state;
}
