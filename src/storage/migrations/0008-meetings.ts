import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Meetings, agenda items, timetables, who was called, and which assignments an item dealt with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'meeting',
    (t) =>
      t
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('title', 'text')
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('held_on', 'date', (c) => c.notNull())
        .addColumn('starts_at', 'text')
        .addColumn('ends_at', 'text')
        .addColumn('place', 'text')
        .addColumn('mode', 'text')
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('adjust_by', 'date')
        .addColumn('last_day', 'date')
        .addColumn('note', 'text'),
    {
      versioned: true,
      foreignKeys: [{ columns: ['body_id'], table: 'body' }],
      unique: [['body_id', 'held_on', 'kind']],
      indexes: [['held_on']],
    },
  );
  await tenantTable(
    db,
    'meeting_body',
    (t) => t.addColumn('meeting_id', 'uuid', (c) => c.notNull()).addColumn('body_id', 'uuid', (c) => c.notNull()),
    {
      key: ['meeting_id', 'body_id'],
      foreignKeys: [
        { columns: ['meeting_id'], table: 'meeting', onDelete: 'cascade' },
        { columns: ['body_id'], table: 'body' },
      ],
    },
  );
  await tenantTable(
    db,
    'agenda_item',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('number', 'text')
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('category', 'text', (c) => c.notNull())
        .addColumn('matter_id', 'uuid')
        .addColumn('summary', 'text')
        .addColumn('presenters', 'jsonb', (c) => c.notNull())
        .addColumn('proceedings', 'jsonb')
        .addColumn('exercises_authority', 'boolean', (c) => c.notNull().defaultTo(false))
        .addColumn('doors_closed', 'boolean', (c) => c.notNull().defaultTo(false))
        .addColumn('parent_id', 'uuid')
        .addColumn('standing', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['meeting_id'], table: 'meeting' },
        { columns: ['parent_id'], table: 'agenda_item' },
        { columns: ['matter_id'], table: 'matter', onDelete: 'set null' },
      ],
      unique: [['meeting_id', 'position']],
    },
  );
  await tenantTable(
    db,
    'meeting_slot',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('starts_at', 'text', (c) => c.notNull())
        .addColumn('ends_at', 'text', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('presenters', 'jsonb', (c) => c.notNull())
        .addColumn('agenda_item_id', 'uuid')
        .addColumn('fixed', 'boolean', (c) => c.notNull().defaultTo(false))
        .addColumn('pause', 'boolean', (c) => c.notNull().defaultTo(false)),
    {
      foreignKeys: [
        { columns: ['meeting_id'], table: 'meeting', onDelete: 'cascade' },
        { columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'set null' },
      ],
      unique: [['meeting_id', 'position']],
    },
  );
  await tenantTable(
    db,
    'meeting_call',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('name', 'text')
        .addColumn('party', 'text')
        .addColumn('role', 'text')
        .addColumn('seat_id', 'uuid'),
    {
      foreignKeys: [
        { columns: ['meeting_id'], table: 'meeting', onDelete: 'cascade' },
        { columns: ['seat_id'], table: 'seat', onDelete: 'set null' },
      ],
      unique: [['meeting_id', 'kind', 'position']],
    },
  );
  await tenantTable(
    db,
    'section_number',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('series', 'text', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull()),
    {
      key: ['body_id', 'series', 'number'],
      foreignKeys: [
        { columns: ['body_id'], table: 'body' },
        { columns: ['agenda_item_id'], table: 'agenda_item' },
      ],
      unique: [['agenda_item_id', 'body_id']],
    },
  );
  await tenantTable(
    db,
    'agenda_item_assignment',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('assignment_id', 'uuid', (c) => c.notNull())
        .addColumn('note', 'text'),
    {
      key: ['agenda_item_id', 'assignment_id'],
      foreignKeys: [
        { columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'cascade' },
        { columns: ['assignment_id'], table: 'assignment' },
      ],
    },
  );
  await planLinks(db);
}

/** What ties a year's plan to the year as it went: which meeting a planned day became, which agenda item a planned item, and which assignments both concern. */
async function planLinks(db: Kysely<unknown>): Promise<void> {
  const cascading = (column: string, table: string) => ({ columns: [column], table, onDelete: 'cascade' }) as const;
  await tenantTable(
    db,
    'planned_day_meeting',
    (t) =>
      t.addColumn('planned_day_id', 'uuid', (c) => c.notNull()).addColumn('meeting_id', 'uuid', (c) => c.notNull()),
    {
      key: ['planned_day_id'],
      foreignKeys: [cascading('planned_day_id', 'planned_day'), cascading('meeting_id', 'meeting')],
    },
  );
  await tenantTable(
    db,
    'refused_match',
    (t) =>
      t
        .addColumn('activity_plan_id', 'uuid', (c) => c.notNull())
        .addColumn('record_id', 'uuid', (c) => c.notNull())
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull()),
    {
      key: ['activity_plan_id', 'record_id', 'agenda_item_id'],
      foreignKeys: [cascading('activity_plan_id', 'activity_plan'), cascading('agenda_item_id', 'agenda_item')],
    },
  );
  for (const [name, from, table, to, toTable] of [
    ['planned_item_occasion', 'planned_item_id', 'planned_item', 'agenda_item_id', 'agenda_item'],
    ['planned_item_assignment', 'planned_item_id', 'planned_item', 'assignment_id', 'assignment'],
    ['focus_area_assignment', 'focus_area_id', 'focus_area', 'assignment_id', 'assignment'],
  ] as const)
    await tenantTable(
      db,
      name,
      (t) => t.addColumn(from, 'uuid', (c) => c.notNull()).addColumn(to, 'uuid', (c) => c.notNull()),
      { key: [from, to], foreignKeys: [cascading(from, table), cascading(to, toTable)] },
    );
}
