import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Matters, documents, and the passages in which records were read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'matter',
    (t) =>
      t
        .addColumn('registration_number', 'text', (c) => c.notNull())
        .addColumn('public_title', 'text', (c) => c.notNull())
        .addColumn('protected_title', 'text')
        .addColumn('secrecy_level', 'text', (c) => c.notNull())
        .addColumn('legal_ground', 'text')
        .addColumn('body_id', 'uuid')
        .addColumn('opened_on', 'date')
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('procedural_law', 'text', (c) => c.notNull().defaultTo('kommunallagen')),
    { versioned: true, foreignKeys: [{ columns: ['body_id'], table: 'body' }], unique: [['registration_number']] },
  );
  await tenantTable(
    db,
    'document',
    (t) =>
      t
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('matter_id', 'uuid')
        .addColumn('body_id', 'uuid')
        .addColumn('dated_on', 'date')
        .addColumn('file_name', 'text', (c) => c.notNull())
        .addColumn('media_type', 'text', (c) => c.notNull())
        .addColumn('size', 'integer', (c) => c.notNull())
        .addColumn('sha256', 'text', (c) => c.notNull())
        .addColumn('source_text', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['matter_id'], table: 'matter', onDelete: 'set null' },
        { columns: ['body_id'], table: 'body' },
      ],
      unique: [['sha256']],
    },
  );
  await tenantTable(
    db,
    'source_passage',
    (t) =>
      t
        .addColumn('noun', 'text', (c) => c.notNull())
        .addColumn('record_id', 'uuid', (c) => c.notNull())
        .addColumn('document_id', 'uuid', (c) => c.notNull())
        .addColumn('span_start', 'integer', (c) => c.notNull())
        .addColumn('span_end', 'integer', (c) => c.notNull())
        .addColumn('line', 'integer', (c) => c.notNull())
        .addColumn('passage_hash', 'text', (c) => c.notNull())
        .addColumn('rule', 'text', (c) => c.notNull())
        .addColumn('confidence', 'numeric', (c) => c.notNull())
        .addColumn('fields', 'jsonb', (c) => c.notNull())
        .addColumn('created_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`)),
    {
      foreignKeys: [{ columns: ['document_id'], table: 'document' }],
      unique: [['noun', 'record_id', 'document_id', 'span_start', 'span_end']],
    },
  );
}
