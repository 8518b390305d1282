import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { forgetCodeFactor } from './code-factor.ts';
import { closeSessions } from './end-sessions.ts';

/**
 * Takes the app for codes, its recovery codes and all passkeys from an account, for somebody who has lost the telephone: an administrator who knows who
 * asks does it, and all sessions end. The password stays, and a new factor is chosen at the next sign-in where one is required.
 */
export async function resetFactors(w: Writer<'account.administer'>, accountId: Id<'account'>): Promise<void> {
  await lockRow(w, 'account', accountId);
  await forgetCodeFactor(w, accountId);
  await w.db.deleteFrom('passkey').where('tenant_id', '=', w.tenantId).where('account_id', '=', accountId).execute();
  await closeSessions(w, accountId);
  await w.log({ noun: 'account', recordId: accountId, summary: 'resetFactors' });
}
