import type { Reader } from '../../storage/database.ts';
import type { Connection, ConnectionKind } from './connection.ts';

/** The connections that begin or end at one of the records, in the order in which they were made. */
export async function listConnections(r: Reader, recordIds: readonly string[]): Promise<readonly Connection[]> {
  if (recordIds.length === 0) return [];
  const rows = await r.db
    .selectFrom('connection')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb.or([eb('from_id', 'in', recordIds), eb('to_id', 'in', recordIds)]))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    from: { noun: row.from_noun, id: row.from_id },
    to: { noun: row.to_noun, id: row.to_id },
    kind: row.kind as ConnectionKind,
    reason: row.reason,
  }));
}
