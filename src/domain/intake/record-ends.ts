import { isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { RecordRef } from './proposal.ts';

/** One end of a suggested connection: a record of the register, or a proposal that waits to become one. */
export type RecordEnd = { readonly label: string } & (
  | { readonly noun: string; readonly recordId: string }
  | { readonly proposalId: string }
);

/** The record that an end is, or has become; undefined while its proposal waits for confirmation or was rejected. */
export async function recordAt(r: Reader, end: RecordEnd | undefined): Promise<RecordRef | undefined> {
  if (!end) return undefined;
  if ('recordId' in end) return { noun: end.noun, id: end.recordId };
  if (!isId(end.proposalId)) return undefined;
  const row = await r.db
    .selectFrom('proposal')
    .select(['record_noun', 'record_id'])
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', end.proposalId)
    .executeTakeFirst();
  return row?.record_noun && row.record_id ? { noun: row.record_noun, id: row.record_id } : undefined;
}
