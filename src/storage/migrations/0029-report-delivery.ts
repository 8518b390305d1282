import { type Kysely, sql } from 'kysely';
import { oneOf, tenantTable } from './tenant-table.ts';

/** Reports with several receivers, with annexes, and with an order of their own: what belongs to the document is frozen with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('report')
    .addColumn('grouping', 'text', (c) =>
      c
        .notNull()
        .defaultTo('heading')
        .check(oneOf('grouping', ['heading', 'recipients', 'objective', 'perspective', 'number'])),
    )
    .addColumn('selection', 'text', (c) =>
      c
        .notNull()
        .defaultTo('all')
        .check(oneOf('selection', ['all', 'own'])),
    )
    .execute();
  await db.schema
    .alterTable('report_entry')
    .addColumn('chosen', 'boolean', (c) => c.notNull().defaultTo(false))
    .execute();
  await db.schema.alterTable('assignment_position').addColumn('recheck_on', 'date').execute();
  await tenantTable(
    db,
    'report_receiver',
    (t) =>
      t
        .addColumn('report_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('purpose', 'text', (c) => c.notNull().check(oneOf('purpose', ['treatment', 'information'])))
        .addColumn('delivered_on', 'date')
        .addColumn('received_on', 'date')
        .addColumn('agenda_item_id', 'uuid'),
    {
      foreignKeys: [
        { columns: ['report_id'], table: 'report', onDelete: 'cascade' },
        { columns: ['body_id'], table: 'body' },
        { columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'set null' },
      ],
      unique: [['report_id', 'body_id']],
      indexes: [{ columns: ['body_id', 'delivered_on'], where: 'received_on is null' }],
    },
  );
  // Reports that were there before had one receiver, to whom a delivered one was handed over.
  await sql`insert into report_receiver (tenant_id, id, report_id, body_id, position, purpose, delivered_on)
    select tenant_id, gen_random_uuid(), id, to_body_id, 1, 'treatment', delivered_on from report where to_body_id is not null`.execute(
    db,
  );
  await tenantTable(
    db,
    'report_annex',
    (t) =>
      t
        .addColumn('report_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull().check(oneOf('kind', ['text', 'document', 'figures', 'meetings'])))
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('annex_text', 'text', (c) => c.notNull())
        .addColumn('document_id', 'uuid'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['report_id'], table: 'report', onDelete: 'cascade' },
        { columns: ['document_id'], table: 'document' },
      ],
    },
  );
  await guardWithReport(db);
}

/**
 * The second net below the verbs: of a frozen report no annex may come, go or change, and of a receiver only what happens after the approval,
 * that it was delivered, received and taken up.
 */
async function guardWithReport(db: Kysely<unknown>): Promise<void> {
  await sql`create function kansli_refuse_frozen_part() returns trigger language plpgsql as $$
    declare
      report_state text;
      row_of jsonb := to_jsonb(case when tg_op = 'INSERT' then new else old end);
    begin
      select state into report_state from report
        where tenant_id = (row_of ->> 'tenant_id')::uuid and id = (row_of ->> 'report_id')::uuid;
      if report_state is null or report_state not in ('approved', 'delivered') then
        return case when tg_op = 'DELETE' then old else new end;
      end if;
      if tg_table_name = 'report_receiver' and tg_op = 'UPDATE'
        and to_jsonb(new) - 'delivered_on' - 'received_on' - 'agenda_item_id'
          = to_jsonb(old) - 'delivered_on' - 'received_on' - 'agenda_item_id' then
        return new;
      end if;
      raise exception 'the report is frozen: a correction is a new report' using errcode = 'KA001';
    end $$`.execute(db);
  for (const table of ['report_receiver', 'report_annex'])
    await sql`create trigger ${sql.ref(`${table}_frozen`)} before insert or update or delete on ${sql.table(table)}
      for each row execute function kansli_refuse_frozen_part()`.execute(db);
}
