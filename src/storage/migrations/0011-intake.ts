import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Files that were handed in to be read, and the records that the reader proposes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'intake_file',
    (t) =>
      t
        .addColumn('document_id', 'uuid', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('progress', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('kind', 'text')
        .addColumn('title', 'text')
        .addColumn('reading', 'jsonb', (c) => c.notNull())
        .addColumn('error_code', 'text')
        .addColumn('error_values', 'jsonb', (c) => c.notNull())
        .addColumn('unplaced', 'jsonb', (c) => c.notNull())
        .addColumn('furniture', 'jsonb', (c) => c.notNull())
        .addColumn('problems', 'jsonb', (c) => c.notNull())
        .addColumn('facts', 'jsonb', (c) => c.notNull())
        .addColumn('layout_sha256', 'text')
        .addColumn('many', 'jsonb')
        .addColumn('earlier_id', 'uuid')
        .addColumn('created_by', 'text', (c) => c.notNull()),
    { versioned: true, foreignKeys: [{ columns: ['document_id'], table: 'document' }], unique: [['document_id']] },
  );
  // How far a reading or a decision on many has come is no act of anybody, so that the door `tellReading` writes it, and nothing else than it.
  await sql`grant update (progress, reading, many) on intake_file to kansli_system`.execute(db);
  await tenantTable(
    db,
    'proposal',
    (t) =>
      t
        .addColumn('intake_file_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('type', 'text', (c) => c.notNull())
        .addColumn('reader_id', 'text', (c) => c.notNull())
        .addColumn('fields', 'jsonb', (c) => c.notNull())
        .addColumn('original_fields', 'jsonb', (c) => c.notNull())
        .addColumn('confidence', 'numeric', (c) => c.notNull())
        .addColumn('rule', 'text', (c) => c.notNull())
        .addColumn('span_start', 'integer', (c) => c.notNull())
        .addColumn('span_end', 'integer', (c) => c.notNull())
        .addColumn('line', 'integer', (c) => c.notNull())
        .addColumn('also_at', 'jsonb', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('record_noun', 'text')
        .addColumn('record_id', 'uuid')
        .addColumn('made', 'jsonb', (c) => c.notNull())
        .addColumn('decided_by', 'text')
        .addColumn('decided_at', 'timestamptz'),
    {
      versioned: true,
      foreignKeys: [{ columns: ['intake_file_id'], table: 'intake_file', onDelete: 'cascade' }],
      unique: [['intake_file_id', 'position']],
      indexes: [
        ['intake_file_id', 'state'],
        ['record_noun', 'record_id'],
        ['state', 'type'],
      ],
    },
  );
}
