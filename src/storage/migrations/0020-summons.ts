import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Who was summoned to a meeting, the letters to them, their answers and the links to answer by, who was asked to serve, and calendars by link. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('person').addColumn('email', 'text').execute();
  await tenantTable(
    db,
    'summons',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('recipient', 'text', (c) => c.notNull())
        .addColumn('person_id', 'uuid')
        .addColumn('seat_id', 'uuid')
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('party', 'text')
        .addColumn('address', 'text')
        .addColumn('listed', 'boolean', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['meeting_id'], table: 'meeting' },
        { columns: ['person_id'], table: 'person', onDelete: 'set null' },
        { columns: ['seat_id'], table: 'seat', onDelete: 'set null' },
      ],
      unique: [['meeting_id', 'recipient']],
    },
  );
  await tenantTable(
    db,
    'summons_answer',
    (t) =>
      t
        .addColumn('summons_id', 'uuid', (c) => c.notNull())
        .addColumn('answer', 'text', (c) => c.notNull())
        .addColumn('answered_at', 'timestamptz', (c) => c.notNull())
        .addColumn('answered_through', 'text', (c) => c.notNull())
        .addColumn('note', 'text'),
    {
      versioned: true,
      foreignKeys: [{ columns: ['summons_id'], table: 'summons', onDelete: 'cascade' }],
      unique: [['summons_id']],
    },
  );
  await tenantTable(
    db,
    'serving_request',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('summons_id', 'uuid', (c) => c.notNull())
        .addColumn('seat_id', 'uuid', (c) => c.notNull())
        .addColumn('absent_name', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('asked_at', 'timestamptz', (c) => c.notNull())
        .addColumn('asked_by', 'text', (c) => c.notNull())
        .addColumn('answered_at', 'timestamptz')
        .addColumn('answered_through', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['meeting_id'], table: 'meeting' },
        { columns: ['summons_id'], table: 'summons' },
        { columns: ['seat_id'], table: 'seat' },
      ],
      unique: [
        // A seat is asked for once at a time, and nobody is asked for two seats; the database keeps it when two secretaries press at once.
        { columns: ['meeting_id', 'seat_id'], where: `state in ('asked', 'accepted')` },
        { columns: ['summons_id'], where: `state in ('asked', 'accepted')` },
      ],
    },
  );
  await tenantTable(
    db,
    'summons_letter',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('summons_id', 'uuid', (c) => c.notNull())
        .addColumn('serving_request_id', 'uuid')
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('agenda_number', 'integer', (c) => c.notNull())
        .addColumn('told', 'jsonb', (c) => c.notNull())
        .addColumn('address', 'text', (c) => c.notNull())
        .addColumn('posted_at', 'timestamptz', (c) => c.notNull())
        .addColumn('posted_by', 'text', (c) => c.notNull())
        .addColumn('outbox_id', 'uuid', (c) => c.notNull()),
    {
      foreignKeys: [
        { columns: ['meeting_id'], table: 'meeting' },
        { columns: ['summons_id'], table: 'summons' },
        { columns: ['serving_request_id'], table: 'serving_request' },
      ],
      appendOnly: true,
      indexes: [['meeting_id', 'posted_at']],
    },
  );
  await tenantTable(
    db,
    'summons_link',
    (t) =>
      t
        .addColumn('token_hash', 'text', (c) => c.notNull())
        .addColumn('summons_letter_id', 'uuid', (c) => c.notNull())
        .addColumn('made_at', 'timestamptz', (c) => c.notNull())
        .addColumn('used_at', 'timestamptz'),
    { key: ['token_hash'], foreignKeys: [{ columns: ['summons_letter_id'], table: 'summons_letter' }] },
  );
  await tenantTable(
    db,
    'calendar_feed',
    (t) =>
      t
        .addColumn('token_hash', 'text', (c) => c.notNull())
        .addColumn('account_id', 'uuid', (c) => c.notNull())
        .addColumn('made_at', 'timestamptz', (c) => c.notNull()),
    {
      key: ['token_hash'],
      foreignKeys: [{ columns: ['account_id'], table: 'account', onDelete: 'cascade' }],
      unique: [['account_id']],
    },
  );
}
