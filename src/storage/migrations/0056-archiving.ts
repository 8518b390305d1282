import { type Kysely, sql } from 'kysely';
import { oneOf, tenantTable } from './tenant-table.ts';

/**
 * Packages for an archive and what lies in them, how long each kind of document is kept, and the decisions by which documents are disposed of. The row
 * of a document that was disposed of remains: only what it said goes, and its bytes may be handed in again as a document of its own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'archive_package',
    (t) =>
      t
        .addColumn('object_id', 'text', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('scheme', 'text', (c) => c.notNull())
        .addColumn('contact', 'text')
        .addColumn('receiver_name', 'text')
        .addColumn('receiver_code', 'text')
        .addColumn('agreement', 'text')
        .addColumn('includes_secret', 'boolean', (c) => c.notNull())
        .addColumn('drawn_up_at', 'timestamptz', (c) => c.notNull())
        .addColumn('drawn_up_by', 'text', (c) => c.notNull())
        .addColumn('package_sha256', 'text')
        .addColumn('size', 'integer')
        .addColumn('report', 'jsonb')
        .addColumn('remarks', 'jsonb', (c) => c.notNull())
        .addColumn('delivered_on', 'date')
        .addColumn('receipt', 'text'),
    { versioned: true, unique: [['object_id'], ['number']], indexes: [['state']] },
  );
  await tenantTable(
    db,
    'archive_package_item',
    (t) =>
      t
        .addColumn('archive_package_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('noun', 'text', (c) => c.notNull())
        .addColumn('record_id', 'uuid', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('left_out', 'text'),
    {
      foreignKeys: [{ columns: ['archive_package_id'], table: 'archive_package', onDelete: 'cascade' }],
      unique: [['archive_package_id', 'noun', 'record_id']],
      indexes: [['noun', 'record_id']],
    },
  );
  await tenantTable(
    db,
    'retention_rule',
    (t) =>
      t
        .addColumn('series', 'text', (c) => c.notNull())
        .addColumn('fate', 'text', (c) => c.notNull().check(oneOf('fate', ['preserve', 'afterYears', 'whenObsolete'])))
        .addColumn('years', 'integer')
        .addColumn('basis', 'text', (c) => c.notNull())
        .addColumn('note', 'text')
        .addColumn('valid_from', 'date', (c) => c.notNull())
        .addColumn('set_by', 'text', (c) => c.notNull()),
    { versioned: true, unique: [['series', 'valid_from']] },
  );
  await tenantTable(
    db,
    'disposal',
    (t) =>
      t
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('decision_number', 'text', (c) => c.notNull())
        .addColumn('decision_on', 'date', (c) => c.notNull())
        .addColumn('decision_body', 'text', (c) => c.notNull())
        .addColumn('proposed_by_id', 'uuid')
        .addColumn('proposed_by', 'text', (c) => c.notNull())
        .addColumn('proposed_on', 'date', (c) => c.notNull())
        .addColumn('approved_by', 'text')
        .addColumn('approved_on', 'date')
        .addColumn('returned_note', 'text')
        .addColumn('carried_out_by', 'text')
        .addColumn('carried_out_on', 'date'),
    { versioned: true, unique: [['number']], indexes: [['state']] },
  );
  await tenantTable(
    db,
    'disposal_item',
    (t) =>
      t
        .addColumn('disposal_id', 'uuid', (c) => c.notNull())
        .addColumn('document_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('dated_on', 'date')
        .addColumn('due_on', 'date')
        .addColumn('basis', 'text', (c) => c.notNull())
        .addColumn('sha256', 'text', (c) => c.notNull())
        .addColumn('size', 'integer', (c) => c.notNull())
        .addColumn('bytes_outcome', 'text'),
    {
      foreignKeys: [
        { columns: ['disposal_id'], table: 'disposal', onDelete: 'cascade' },
        { columns: ['document_id'], table: 'document' },
      ],
      unique: [['disposal_id', 'document_id']],
    },
  );
  await db.schema.alterTable('matter').addColumn('classification', 'text').addColumn('closed_on', 'date').execute();
  await db.schema.alterTable('document').addColumn('disposed_on', 'date').addColumn('disposal_id', 'uuid').execute();
  await sql`alter table document add constraint document_disposal_id_fkey
    foreign key (tenant_id, disposal_id) references disposal (tenant_id, id)`.execute(db);
  await sql`create index document_disposal_id_idx on document (tenant_id, disposal_id)`.execute(db);
  await sql`create index matter_state_idx on matter (tenant_id, state)`.execute(db);
  await sql`alter table document drop constraint document_sha256_key`.execute(db);
  await sql`create unique index document_sha256_key on document (tenant_id, sha256) where disposed_on is null`.execute(
    db,
  );
}
