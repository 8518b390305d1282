import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Minutes, what of them is adjusted in one act, who signs, what was remarked on the draft, and to whom extracts went. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'minutes',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('secretary', 'text')
        .addColumn('approval', 'text', (c) => c.notNull())
        .addColumn('approved_in_item_id', 'uuid'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['meeting_id'], table: 'meeting' },
        { columns: ['body_id'], table: 'body' },
        { columns: ['approved_in_item_id'], table: 'agenda_item', onDelete: 'set null' },
      ],
      unique: [['meeting_id', 'body_id']],
    },
  );
  await tenantTable(
    db,
    'adjustment',
    (t) =>
      t
        .addColumn('minutes_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('item_ids', 'jsonb', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('adjust_by', 'date')
        .addColumn('tree', 'jsonb')
        .addColumn('content_hash', 'text')
        .addColumn('adjusted_on', 'date')
        .addColumn('round', 'integer', (c) => c.notNull().defaultTo(1)),
    {
      versioned: true,
      foreignKeys: [{ columns: ['minutes_id'], table: 'minutes' }],
      indexes: [['state', 'adjust_by']],
    },
  );
  await tenantTable(
    db,
    'adjuster',
    (t) =>
      t
        .addColumn('adjustment_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('attendance_id', 'uuid')
        .addColumn('account_id', 'uuid')
        .addColumn('signed_at', 'timestamptz')
        .addColumn('signature', 'jsonb')
        .addColumn('rejected_at', 'timestamptz')
        .addColumn('comment', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['adjustment_id'], table: 'adjustment', onDelete: 'cascade' },
        { columns: ['attendance_id'], table: 'meeting_attendance', onDelete: 'set null' },
        { columns: ['account_id'], table: 'account', onDelete: 'set null' },
      ],
      unique: [['adjustment_id', 'position']],
    },
  );
  await tenantTable(
    db,
    'minutes_comment',
    (t) =>
      t
        .addColumn('adjustment_id', 'uuid', (c) => c.notNull())
        .addColumn('agenda_item_id', 'uuid')
        .addColumn('author', 'text', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('made_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
        .addColumn('resolution', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['adjustment_id'], table: 'adjustment', onDelete: 'cascade' },
        { columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'cascade' },
      ],
    },
  );
  await tenantTable(
    db,
    'dispatch',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('recipient', 'text', (c) => c.notNull())
        .addColumn('address', 'text')
        .addColumn('body_id', 'uuid')
        .addColumn('dispatched_at', 'timestamptz')
        .addColumn('content_hash', 'text'),
    {
      foreignKeys: [
        { columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'cascade' },
        { columns: ['body_id'], table: 'body', onDelete: 'set null' },
      ],
    },
  );
}
