import { addDays } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';

/** Ends a role that was given by hand: yesterday was its last day, and one that had not begun is taken away. It bites with the next request. */
export async function endRole(w: Writer<'account.administer'>, grantId: Id<'role_grant'>): Promise<void> {
  const row = await lockRow(w, 'role_grant', grantId);
  // Who administers does not take the role from themselves, so that somebody always can give it.
  if (row.account_id === w.auth.accountId && row.role === 'administrator')
    refuseProblems([{ path: '', key: 'account.ownAccount' }]);
  const yesterday = addDays(w.runtime.today(), -1);
  if (row.valid_from > yesterday)
    await w.db.deleteFrom('role_grant').where('tenant_id', '=', w.tenantId).where('id', '=', grantId).execute();
  else
    await w.db
      .updateTable('role_grant')
      .set({ valid_to: yesterday })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', grantId)
      .execute();
  const { role, body_id: bodyId, valid_to: validTo } = row;
  await w.log({ noun: 'account', recordId: row.account_id, summary: 'endRole', before: { role, bodyId, validTo } });
}
