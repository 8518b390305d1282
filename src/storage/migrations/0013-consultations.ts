import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Consultation rounds (remiss) and what each respondent answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'consultation', (t) => t.addColumn('title', 'text', (c) => c.notNull()), {
    versioned: true,
    unique: [['title']],
  });
  await tenantTable(
    db,
    'consultation_response',
    (t) =>
      t
        .addColumn('consultation_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('respondent', 'text', (c) => c.notNull())
        .addColumn('received_on', 'date')
        .addColumn('sender', 'text')
        .addColumn('stance', 'text')
        .addColumn('response', 'text'),
    {
      versioned: true,
      foreignKeys: [{ columns: ['consultation_id'], table: 'consultation', onDelete: 'cascade' }],
      unique: [['consultation_id', 'position']],
    },
  );
}
