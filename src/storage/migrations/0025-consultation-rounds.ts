import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Consultation rounds that are made here (FL 26 §): what the opinion should cover, the last day, the one sending, and the letters of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('consultation')
    .addColumn('state', 'text', (c) => c.notNull().defaultTo('recorded'))
    .addColumn('body_id', 'uuid')
    .addColumn('scope', 'text')
    .addColumn('due_on', 'date')
    .addColumn('sent_on', 'date')
    .addColumn('sent_by', 'text')
    .execute();
  await sql`alter table consultation add constraint consultation_body_id_fkey
    foreign key (tenant_id, body_id) references body (tenant_id, id)`.execute(db);
  // R-FL-3: whatever code writes the row, nobody is asked to answer before they were asked.
  await sql`alter table consultation add constraint consultation_due_after_sending check (due_on >= sent_on)`.execute(
    db,
  );
  await sql`create index consultation_body_id_idx on consultation (tenant_id, body_id)`.execute(db);
  await sql`create index consultation_state_due_on_idx on consultation (tenant_id, state, due_on)`.execute(db);
  await db.schema.alterTable('consultation_response').addColumn('address', 'text').execute();
  await tenantTable(
    db,
    'consultation_letter',
    (t) =>
      t
        .addColumn('consultation_id', 'uuid', (c) => c.notNull())
        .addColumn('consultation_response_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('address', 'text', (c) => c.notNull())
        .addColumn('posted_on', 'date', (c) => c.notNull())
        .addColumn('posted_by', 'text', (c) => c.notNull())
        .addColumn('outbox_id', 'uuid', (c) => c.notNull()),
    {
      appendOnly: true,
      foreignKeys: [
        { columns: ['consultation_id'], table: 'consultation' },
        { columns: ['consultation_response_id'], table: 'consultation_response' },
      ],
    },
  );
}
