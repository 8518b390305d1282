import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Connections between any two records that no column of their own holds, each with the reason why somebody saw them as one thread. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'connection',
    (t) =>
      t
        .addColumn('from_noun', 'text', (c) => c.notNull())
        .addColumn('from_id', 'uuid', (c) => c.notNull())
        .addColumn('to_noun', 'text', (c) => c.notNull())
        .addColumn('to_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull()),
    {
      versioned: true,
      unique: [['from_noun', 'from_id', 'to_noun', 'to_id']],
      indexes: [['to_noun', 'to_id']],
    },
  );
}
