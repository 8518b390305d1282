import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** What joint meetings, study visits, workshops and groups of officials have beside an ordinary meeting. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await gatherings(db);
  await visits(db);
  await officials(db);
}

const inItem = { columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'cascade' } as const;
const inMeeting = { columns: ['meeting_id'], table: 'meeting', onDelete: 'cascade' } as const;
const ofDecision = { columns: ['decision_id'], table: 'decision', onDelete: 'cascade' } as const;

async function gatherings(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'theme_question',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('question', 'text', (c) => c.notNull()),
    { key: ['agenda_item_id', 'position'], foreignKeys: [inItem] },
  );
  await tenantTable(
    db,
    'discussion_group',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('people', 'jsonb', (c) => c.notNull()),
    { key: ['meeting_id', 'position'], foreignKeys: [inMeeting] },
  );
  await tenantTable(
    db,
    'note_taker',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('account_id', 'uuid'),
    {
      foreignKeys: [inMeeting, { columns: ['account_id'], table: 'account', onDelete: 'set null' }],
      unique: [['meeting_id', 'name']],
    },
  );
  await tenantTable(
    db,
    'meeting_note',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('note_taker_id', 'uuid', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('edited_by', 'text', (c) => c.notNull())
        .addColumn('edited_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`)),
    {
      key: ['agenda_item_id', 'note_taker_id'],
      foreignKeys: [inItem, { columns: ['note_taker_id'], table: 'note_taker', onDelete: 'cascade' }],
    },
  );
}

async function visits(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'visit',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('purpose', 'text', (c) => c.notNull())
        .addColumn('hosted_by', 'text')
        .addColumn('learnt', 'text'),
    { key: ['meeting_id'], foreignKeys: [inMeeting, { columns: ['agenda_item_id'], table: 'agenda_item' }] },
  );
  await tenantTable(
    db,
    'visit_focus_area',
    (t) => t.addColumn('meeting_id', 'uuid', (c) => c.notNull()).addColumn('focus_area_id', 'uuid', (c) => c.notNull()),
    {
      key: ['meeting_id', 'focus_area_id'],
      foreignKeys: [inMeeting, { columns: ['focus_area_id'], table: 'focus_area', onDelete: 'cascade' }],
    },
  );
}

async function officials(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'sub_group_report',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('sub_group', 'text', (c) => c.notNull())
        .addColumn('reporter', 'text')
        .addColumn('report', 'text', (c) => c.notNull()),
    { key: ['agenda_item_id', 'position'], foreignKeys: [inItem] },
  );
  await tenantTable(
    db,
    'shown_slides',
    (t) => t.addColumn('agenda_item_id', 'uuid', (c) => c.notNull()).addColumn('kept_in', 'text', (c) => c.notNull()),
    { key: ['agenda_item_id'], foreignKeys: [inItem] },
  );
  await tenantTable(
    db,
    'decision_endorsement',
    (t) =>
      t
        .addColumn('decision_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('endorsed_by', 'text', (c) => c.notNull())
        .addColumn('endorsed_on', 'date'),
    { key: ['decision_id', 'position'], foreignKeys: [ofDecision] },
  );
  await tenantTable(
    db,
    'principal_stand',
    (t) =>
      t
        .addColumn('decision_id', 'uuid', (c) => c.notNull())
        .addColumn('principal_body_id', 'uuid', (c) => c.notNull())
        .addColumn('stand', 'text', (c) => c.notNull())
        .addColumn('own_decision_on', 'date')
        .addColumn('note', 'text'),
    {
      versioned: true,
      foreignKeys: [ofDecision, { columns: ['principal_body_id'], table: 'body' }],
      unique: [['decision_id', 'principal_body_id']],
    },
  );
}
