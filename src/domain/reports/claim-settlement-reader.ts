import { civilDateIn } from '../../kernel/civil-date.ts';
import type { Reader } from '../../storage/database.ts';
import type { ClaimSettlement, FindingKind } from './claim-finding.ts';

/** What people have settled in some entries, by entry and sentence (`<entry> <hash>`). */
export async function settlementsOf(
  r: Reader,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, ClaimSettlement>> {
  if (entryIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('claim_settlement')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('report_entry_id', '=', eb.fn.any(eb.val([...entryIds]))))
    .execute();
  return new Map(
    rows.map((row) => [
      `${row.report_entry_id} ${row.claim_hash}`,
      {
        reason: row.reason,
        by: row.settled_by,
        on: civilDateIn(row.settled_at),
        kinds: row.kinds as readonly FindingKind[],
      },
    ]),
  );
}
