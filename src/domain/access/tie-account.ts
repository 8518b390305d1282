import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';

export type TieAccount = { readonly accountId: Id<'account'>; readonly personId: Id<'person'> | null };

/** Says whose account it is, so that somebody who is disqualified from an item is kept from it under every role (R-KL-24). */
export async function tieAccountToPerson(
  w: Writer<'account.administer'>,
  { accountId, personId }: TieAccount,
): Promise<void> {
  const { person_id } = await lockRow(w, 'account', accountId);
  await w.db
    .updateTable('account')
    .set({ person_id: personId })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', accountId)
    .execute();
  await w.log({ noun: 'account', recordId: accountId, before: { person_id }, after: { person_id: personId } });
}
