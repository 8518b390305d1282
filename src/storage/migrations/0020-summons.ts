import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** What those who were called or notified answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'summons_answer',
    (t) =>
      t
        .addColumn('meeting_call_id', 'uuid', (c) => c.notNull())
        .addColumn('answer', 'text', (c) => c.notNull())
        .addColumn('answered_at', 'timestamptz', (c) => c.notNull())
        .addColumn('answered_through', 'text', (c) => c.notNull())
        .addColumn('note', 'text'),
    {
      versioned: true,
      foreignKeys: [{ columns: ['meeting_call_id'], table: 'meeting_call', onDelete: 'cascade' }],
      unique: [['meeting_call_id']],
    },
  );
}
