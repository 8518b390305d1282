import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** The plan of a year and its objectives; the activity plan of a body, what it has planned and what it looks at in depth. */
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
  await tenantTable(
    db,
    'activity_plan',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('year', 'integer', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('dated_on', 'date'),
    { versioned: true, foreignKeys: [{ columns: ['body_id'], table: 'body' }], unique: [['body_id', 'year']] },
  );
  const inActivityPlan = { columns: ['activity_plan_id'], table: 'activity_plan', onDelete: 'cascade' } as const;
  await tenantTable(
    db,
    'planned_activity',
    (t) =>
      t
        .addColumn('activity_plan_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('held_on', 'date', (c) => c.notNull())
        .addColumn('last_day', 'date')
        .addColumn('category', 'text', (c) => c.notNull())
        .addColumn('items', 'jsonb', (c) => c.notNull())
        .addColumn('place', 'text'),
    { foreignKeys: [inActivityPlan], unique: [['activity_plan_id', 'position']], indexes: [['held_on']] },
  );
  await tenantTable(
    db,
    'focus_area',
    (t) =>
      t
        .addColumn('activity_plan_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('area', 'text', (c) => c.notNull()),
    { foreignKeys: [inActivityPlan], unique: [['activity_plan_id', 'position']] },
  );
  await tenantTable(
    db,
    'plan_point',
    (t) =>
      t
        .addColumn('activity_plan_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('point', 'text', (c) => c.notNull())
        .addColumn('details', 'jsonb', (c) => c.notNull())
        .addColumn('giver', 'text'),
    { foreignKeys: [inActivityPlan], unique: [['activity_plan_id', 'position']] },
  );
}
