import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** The register of requests to see documents. R-TF-3 (TF 2:18): no column says who asks or why; an address to answer to is given freely or not at all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'disclosure_request',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('received_on', 'date', (c) => c.notNull())
        .addColumn('asked_for', 'text', (c) => c.notNull())
        .addColumn('matter_id', 'uuid')
        .addColumn('contact', 'text')
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('answered_on', 'date')
        .addColumn('provisions', 'text')
        .addColumn('decision', 'text')
        .addColumn('answered_by', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['body_id'], table: 'body' },
        { columns: ['matter_id'], table: 'matter', onDelete: 'set null' },
      ],
      indexes: [['state', 'received_on'], ['received_on']],
    },
  );
  await sql`alter table disclosure_request add constraint disclosure_answered_after_received
    check (answered_on >= received_on)`.execute(db);
}
