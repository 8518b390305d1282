import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** The agenda as it was when it was sent (later versions are supplements), and what hangs on its items: documents, memos, standing items. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'agenda_version',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('frozen_at', 'timestamptz', (c) => c.notNull())
        .addColumn('frozen_by', 'text', (c) => c.notNull())
        .addColumn('content', 'jsonb', (c) => c.notNull())
        .addColumn('content_hash', 'text', (c) => c.notNull())
        .addColumn('deadline', 'jsonb')
        .addColumn('late_reason', 'text'),
    {
      appendOnly: true,
      foreignKeys: [{ columns: ['meeting_id'], table: 'meeting' }],
      unique: [['meeting_id', 'number']],
    },
  );
  await tenantTable(
    db,
    'agenda_item_document',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('document_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull()),
    {
      key: ['agenda_item_id', 'document_id'],
      foreignKeys: [
        { columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'cascade' },
        { columns: ['document_id'], table: 'document' },
      ],
      unique: [['agenda_item_id', 'position']],
    },
  );
  await tenantTable(
    db,
    'raised_item',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('raised_by', 'text', (c) => c.notNull())
        .addColumn('reason', 'text')
        .addColumn('consent', 'text', (c) => c.notNull())
        .addColumn('noted_at', 'timestamptz', (c) => c.notNull())
        .addColumn('noted_by', 'text', (c) => c.notNull()),
    {
      key: ['agenda_item_id'],
      foreignKeys: [{ columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'cascade' }],
    },
  );
  await tenantTable(
    db,
    'standing_item',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('place', 'text', (c) => c.notNull())
        .addColumn('sub', 'boolean', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('category', 'text', (c) => c.notNull())
        .addColumn('clauses', 'jsonb', (c) => c.notNull()),
    {
      foreignKeys: [{ columns: ['body_id'], table: 'body' }],
      unique: [['body_id', 'position']],
    },
  );
  await tenantTable(
    db,
    'chosen_adjuster',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('duty', 'text', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('seat_id', 'uuid')
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('party', 'text'),
    {
      key: ['meeting_id', 'duty', 'position'],
      foreignKeys: [
        { columns: ['meeting_id'], table: 'meeting', onDelete: 'cascade' },
        { columns: ['seat_id'], table: 'seat', onDelete: 'set null' },
      ],
    },
  );
  await tenantTable(
    db,
    'memo',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('unit', 'text')
        .addColumn('officer', 'text')
        .addColumn('sections', 'jsonb', (c) => c.notNull())
        .addColumn('no_consequences', 'jsonb', (c) => c.notNull())
        .addColumn('basis', 'jsonb', (c) => c.notNull())
        .addColumn('signatures', 'jsonb', (c) => c.notNull())
        .addColumn('recipients', 'jsonb', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [{ columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'cascade' }],
      unique: [['agenda_item_id']],
    },
  );
}
