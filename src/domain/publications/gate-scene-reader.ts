import type { Reader } from '../../storage/database.ts';
import type { PublishedRecord } from '../published/index.ts';
import type { GateScene } from './gate.ts';

/** What the gate knows of the house and of the record's files: the roster, and what was read out of each file. */
export async function gateSceneOf(r: Reader, record: PublishedRecord): Promise<GateScene> {
  const hashes = record.files.map(({ sha256 }) => sha256);
  const fileTexts = new Map<string, string | null>(hashes.map((sha256) => [sha256, null]));
  if (hashes.length > 0) {
    const rows = await r.db
      .selectFrom('document')
      .select(['sha256', 'source_text'])
      .where('tenant_id', '=', r.tenantId)
      .where('sha256', 'in', hashes)
      .execute();
    for (const row of rows) if (row.source_text) fileTexts.set(row.sha256, row.source_text);
  }
  return { roster: new Set(), fileTexts };
}
