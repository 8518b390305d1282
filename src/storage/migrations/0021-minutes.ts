import { type Kysely, type RawBuilder, sql } from 'kysely';
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
        .addColumn('approved_in_item_id', 'uuid')
        .addColumn('adjust_place', 'text')
        .addColumn('final_on', 'date')
        .addColumn('archived_on', 'date')
        .addColumn('archive', 'jsonb'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['meeting_id'], table: 'meeting' },
        { columns: ['body_id'], table: 'body' },
        { columns: ['approved_in_item_id'], table: 'agenda_item', onDelete: 'set null' },
      ],
      unique: [['meeting_id', 'body_id']],
      indexes: [['state']],
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
        .addColumn('round', 'integer', (c) => c.notNull())
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
        { columns: ['adjustment_id'], table: 'adjustment' },
        { columns: ['attendance_id'], table: 'meeting_attendance', onDelete: 'set null' },
        { columns: ['account_id'], table: 'account' },
      ],
      unique: [['adjustment_id', 'round', 'position']],
    },
  );
  await sql`create function kansli_keep_final() returns trigger language plpgsql as $$
    begin
      raise exception 'a row of table % is final: a correction is a new row', tg_table_name using errcode = 'KA001';
    end $$`.execute(db);
  await keepFinal(db, 'adjustment', sql`old.state = 'adjusted'`);
  await keepFinal(db, 'adjuster', sql`old.signed_at is not null`);
  await tenantTable(
    db,
    'minutes_comment',
    (t) =>
      t
        .addColumn('adjustment_id', 'uuid', (c) => c.notNull())
        .addColumn('agenda_item_id', 'uuid')
        .addColumn('author', 'text', (c) => c.notNull())
        .addColumn('account_id', 'uuid')
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('made_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
        .addColumn('resolution', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['adjustment_id'], table: 'adjustment', onDelete: 'cascade' },
        { columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'cascade' },
        { columns: ['account_id'], table: 'account', onDelete: 'set null' },
      ],
    },
  );
  await tenantTable(
    db,
    'minutes_reading',
    (t) =>
      t
        .addColumn('minutes_id', 'uuid', (c) => c.notNull())
        .addColumn('account_id', 'uuid', (c) => c.notNull())
        .addColumn('reader', 'text', (c) => c.notNull())
        .addColumn('read_at', 'timestamptz', (c) => c.notNull()),
    {
      key: ['minutes_id', 'account_id'],
      foreignKeys: [
        { columns: ['minutes_id'], table: 'minutes' },
        { columns: ['account_id'], table: 'account' },
      ],
    },
  );
  await tenantTable(
    db,
    'minutes_correction',
    (t) =>
      t
        .addColumn('minutes_id', 'uuid', (c) => c.notNull())
        .addColumn('agenda_item_id', 'uuid')
        .addColumn('was', 'text', (c) => c.notNull())
        .addColumn('is_now', 'text', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull())
        .addColumn('corrected_on', 'date', (c) => c.notNull())
        .addColumn('corrected_by', 'text', (c) => c.notNull()),
    {
      appendOnly: true,
      foreignKeys: [
        { columns: ['minutes_id'], table: 'minutes' },
        { columns: ['agenda_item_id'], table: 'agenda_item' },
      ],
    },
  );
  await tenantTable(
    db,
    'dispatch',
    (t) =>
      t
        .addColumn('minutes_id', 'uuid', (c) => c.notNull())
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('recipient', 'text', (c) => c.notNull())
        .addColumn('address', 'text')
        .addColumn('body_id', 'uuid')
        .addColumn('dispatched_at', 'timestamptz')
        .addColumn('dispatched_by', 'text')
        .addColumn('content_hash', 'text'),
    {
      foreignKeys: [
        { columns: ['minutes_id'], table: 'minutes' },
        { columns: ['agenda_item_id'], table: 'agenda_item' },
        { columns: ['body_id'], table: 'body', onDelete: 'set null' },
      ],
    },
  );
}

/** Rows that were made final stay as they are, whoever asks: the verbs say so first, and this is the second net. */
async function keepFinal(db: Kysely<unknown>, table: string, final: RawBuilder<unknown>): Promise<void> {
  await sql`create trigger ${sql.ref(`${table}_final`)} before update or delete on ${sql.table(table)}
    for each row when (${final}) execute function kansli_keep_final()`.execute(db);
}
