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
    'planned_day',
    (t) =>
      t
        .addColumn('activity_plan_id', 'uuid', (c) => c.notNull())
        .addColumn('held_on', 'date', (c) => c.notNull())
        .addColumn('last_day', 'date')
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('place', 'text')
        .addColumn('note', 'text')
        .addColumn('copied_from_year', 'integer')
        .addColumn('of_import', 'boolean', (c) => c.notNull().defaultTo(false)),
    { versioned: true, foreignKeys: [inActivityPlan], unique: [['activity_plan_id', 'held_on']] },
  );
  await tenantTable(
    db,
    'planned_day_body',
    (t) => t.addColumn('planned_day_id', 'uuid', (c) => c.notNull()).addColumn('body_id', 'uuid', (c) => c.notNull()),
    {
      key: ['planned_day_id', 'body_id'],
      foreignKeys: [
        { columns: ['planned_day_id'], table: 'planned_day', onDelete: 'cascade' },
        { columns: ['body_id'], table: 'body' },
      ],
    },
  );
  await tenantTable(
    db,
    'planned_activity',
    (t) =>
      t
        .addColumn('activity_plan_id', 'uuid', (c) => c.notNull())
        .addColumn('planned_day_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('held_on', 'date', (c) => c.notNull())
        .addColumn('category', 'text', (c) => c.notNull()),
    {
      foreignKeys: [inActivityPlan, { columns: ['planned_day_id'], table: 'planned_day', onDelete: 'cascade' }],
      unique: [['activity_plan_id', 'position']],
      indexes: [['held_on']],
    },
  );
  await tenantTable(
    db,
    'focus_area',
    (t) =>
      t
        .addColumn('activity_plan_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('area', 'text', (c) => c.notNull())
        .addColumn('copied_from_year', 'integer'),
    { versioned: true, foreignKeys: [inActivityPlan], unique: [['activity_plan_id', 'position']] },
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
        .addColumn('giver', 'text')
        .addColumn('origin', 'text')
        .addColumn('state', 'text', (c) => c.notNull().defaultTo('waiting'))
        .addColumn('state_reason', 'text')
        .addColumn('copied_from_id', 'uuid')
        .addColumn('copied_from_item_id', 'uuid')
        .addColumn('copied_from_year', 'integer'),
    {
      versioned: true,
      foreignKeys: [inActivityPlan, { columns: ['copied_from_id'], table: 'plan_point', onDelete: 'set null' }],
      unique: [['activity_plan_id', 'position']],
    },
  );
  await tenantTable(
    db,
    'planned_item',
    (t) =>
      t
        .addColumn('planned_activity_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('topic', 'text', (c) => c.notNull())
        .addColumn('proposer', 'text')
        .addColumn('goal_id', 'uuid')
        .addColumn('focus_area_id', 'uuid')
        .addColumn('plan_point_id', 'uuid')
        .addColumn('copied_from_year', 'integer'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['planned_activity_id'], table: 'planned_activity', onDelete: 'cascade' },
        { columns: ['goal_id'], table: 'goal', onDelete: 'set null' },
        { columns: ['focus_area_id'], table: 'focus_area', onDelete: 'set null' },
        { columns: ['plan_point_id'], table: 'plan_point', onDelete: 'set null' },
      ],
    },
  );
  await tenantTable(
    db,
    'planned_item_move',
    (t) =>
      t
        .addColumn('planned_item_id', 'uuid', (c) => c.notNull())
        .addColumn('from_day', 'date', (c) => c.notNull())
        .addColumn('to_day', 'date', (c) => c.notNull())
        .addColumn('reason', 'text')
        .addColumn('moved_at', 'timestamptz', (c) => c.notNull())
        .addColumn('moved_by', 'text', (c) => c.notNull()),
    { foreignKeys: [{ columns: ['planned_item_id'], table: 'planned_item', onDelete: 'cascade' }] },
  );
  await tenantTable(
    db,
    'untaken_reason',
    (t) =>
      t
        .addColumn('activity_plan_id', 'uuid', (c) => c.notNull())
        .addColumn('record_id', 'uuid', (c) => c.notNull())
        .addColumn('noun', 'text', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull()),
    { key: ['activity_plan_id', 'record_id'], foreignKeys: [inActivityPlan] },
  );
  await tenantTable(
    db,
    'activity_plan_version',
    (t) =>
      t
        .addColumn('activity_plan_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('dated_on', 'date', (c) => c.notNull())
        .addColumn('note', 'text')
        .addColumn('content', 'jsonb', (c) => c.notNull())
        .addColumn('content_hash', 'text', (c) => c.notNull())
        .addColumn('frozen_at', 'timestamptz', (c) => c.notNull())
        .addColumn('frozen_by', 'text', (c) => c.notNull()),
    {
      appendOnly: true,
      foreignKeys: [{ columns: ['activity_plan_id'], table: 'activity_plan' }],
      unique: [['activity_plan_id', 'number']],
    },
  );
}
