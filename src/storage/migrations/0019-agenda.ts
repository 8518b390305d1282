import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** The agenda as it was when it was sent: frozen versions, of which the later ones are supplements. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'agenda_version',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('frozen_at', 'timestamptz', (c) => c.notNull())
        .addColumn('frozen_by', 'text', (c) => c.notNull())
        .addColumn('content', 'jsonb', (c) => c.notNull())
        .addColumn('content_hash', 'text', (c) => c.notNull()),
    {
      appendOnly: true,
      foreignKeys: [{ columns: ['meeting_id'], table: 'meeting' }],
      unique: [['meeting_id', 'number']],
    },
  );
}
