import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** The goal areas of the common follow-up (seed 004 question 8), who answers for each, and what somebody has chosen to show in them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'goal_area',
    (t) =>
      t
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('description', 'text', (c) => c.notNull())
        .addColumn('deviation_kinds', 'jsonb', (c) => c.notNull()),
    { versioned: true, unique: [['position'], ['name']] },
  );
  await tenantTable(
    db,
    'goal_area_link',
    (t) =>
      t
        .addColumn('goal_area_id', 'uuid', (c) => c.notNull())
        .addColumn('noun', 'text', (c) => c.notNull())
        .addColumn('record_id', 'uuid', (c) => c.notNull())
        .addColumn('chosen_by', 'text', (c) => c.notNull())
        .addColumn('chosen_on', 'date', (c) => c.notNull()),
    {
      foreignKeys: [{ columns: ['goal_area_id'], table: 'goal_area', onDelete: 'cascade' }],
      unique: [['goal_area_id', 'noun', 'record_id']],
      indexes: [['noun', 'record_id']],
    },
  );
  await tenantTable(
    db,
    'goal_area_responsible',
    (t) =>
      t
        .addColumn('goal_area_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('function_title', 'text', (c) => c.notNull()),
    {
      foreignKeys: [
        { columns: ['goal_area_id'], table: 'goal_area', onDelete: 'cascade' },
        { columns: ['body_id'], table: 'body' },
      ],
      unique: [['goal_area_id', 'body_id']],
    },
  );
}
