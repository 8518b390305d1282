import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** The plan of a year and its objectives. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'plan',
    (t) =>
      t
        .addColumn('year', 'integer', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('owner_body_id', 'uuid', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('adopted_on', 'date'),
    {
      versioned: true,
      foreignKeys: [{ columns: ['owner_body_id'], table: 'body' }],
      unique: [['year', 'owner_body_id']],
    },
  );
  await tenantTable(
    db,
    'plan_objective',
    (t) =>
      t
        .addColumn('plan_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('perspective', 'text', (c) => c.notNull())
        .addColumn('number', 'text')
        .addColumn('objective', 'text', (c) => c.notNull()),
    { foreignKeys: [{ columns: ['plan_id'], table: 'plan', onDelete: 'cascade' }], unique: [['plan_id', 'position']] },
  );
}
