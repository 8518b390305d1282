import { type Kysely, sql } from 'kysely';
import { oneOf, tenantTable } from './tenant-table.ts';

/**
 * A request to see documents gets a code by which whoever asked can follow it without saying who they are (TF 2:18), and each document of it what was found
 * when it was tried (TF 2:15, OSL 6:1 a). A log of somebody else can stop being watched: what was seen of it stays.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table disclosure_request add column reference text`.execute(db);
  await sql`create unique index disclosure_request_reference on disclosure_request (tenant_id, reference)
    where reference is not null`.execute(db);
  await tenantTable(
    db,
    'disclosure_document',
    (t) =>
      t
        .addColumn('disclosure_request_id', 'uuid', (c) => c.notNull())
        .addColumn('document_id', 'uuid', (c) => c.notNull())
        .addColumn('outcome', 'text', (c) => c.notNull().check(oneOf('outcome', ['open', 'masked', 'withheld'])))
        .addColumn('provision', 'text')
        .addColumn('tried_on', 'date', (c) => c.notNull())
        .addColumn('tried_by', 'text', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['disclosure_request_id'], table: 'disclosure_request' },
        { columns: ['document_id'], table: 'document' },
      ],
      unique: [['disclosure_request_id', 'document_id']],
    },
  );
  await sql`alter table disclosure_document add constraint disclosure_document_cites
    check ((outcome = 'open') = (provision is null))`.execute(db);
  await sql`alter table watched_log add column ended_at timestamptz`.execute(db);
}
