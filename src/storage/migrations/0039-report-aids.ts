import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** What a return rests on: the records that its questions are bound to, the passages taken from them, and what was said about the rest. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const foreignKeys = [{ columns: ['report_id'], table: 'national_report' }] as const;
  await tenantTable(
    db,
    'national_report_binding',
    (t) =>
      t
        .addColumn('report_id', 'uuid', (c) => c.notNull())
        .addColumn('question_code', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('source_ref', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('decided_by', 'text', (c) => c.notNull())
        .addColumn('decided_at', 'timestamptz', (c) => c.notNull()),
    { foreignKeys, unique: [['report_id', 'question_code', 'kind', 'source_ref']] },
  );
  await tenantTable(
    db,
    'national_report_passage',
    (t) =>
      t
        .addColumn('report_id', 'uuid', (c) => c.notNull())
        .addColumn('question_code', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('source_ref', 'text', (c) => c.notNull())
        .addColumn('passage', 'text', (c) => c.notNull())
        .addColumn('seen_passage', 'text')
        .addColumn('reason', 'text')
        .addColumn('taken_by', 'text', (c) => c.notNull())
        .addColumn('taken_at', 'timestamptz', (c) => c.notNull()),
    { foreignKeys, unique: [['report_id', 'question_code', 'kind', 'source_ref']] },
  );
  await tenantTable(
    db,
    'national_report_settlement',
    (t) =>
      t
        .addColumn('report_id', 'uuid', (c) => c.notNull())
        .addColumn('question_code', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('warning_key', 'text', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull())
        .addColumn('settled_by', 'text', (c) => c.notNull())
        .addColumn('settled_at', 'timestamptz', (c) => c.notNull()),
    { foreignKeys, unique: [['report_id', 'question_code', 'warning_key']] },
  );
  await tenantTable(
    db,
    'national_report_method',
    (t) =>
      t
        .addColumn('report_id', 'uuid', (c) => c.notNull())
        .addColumn('question_code', 'text', (c) => c.notNull())
        .addColumn('unchanged', 'boolean', (c) => c.notNull())
        .addColumn('note', 'text')
        .addColumn('said_by', 'text', (c) => c.notNull())
        .addColumn('said_at', 'timestamptz', (c) => c.notNull()),
    { foreignKeys, unique: [['report_id', 'question_code']] },
  );
  // What approved answers rest on stays as it was when they were approved, whatever code writes.
  await sql`
    create function keep_frozen_aid() returns trigger language plpgsql as $$
    begin
      if exists (
        select 1 from national_report report
        join form_response response on response.tenant_id = report.tenant_id and response.id = report.form_response_id
        where report.tenant_id = coalesce(new.tenant_id, old.tenant_id)
          and report.id = coalesce(new.report_id, old.report_id) and response.frozen_at is not null
      ) then
        raise exception 'the return % is approved: what it rests on cannot change', coalesce(new.report_id, old.report_id)
          using errcode = 'restrict_violation';
      end if;
      return coalesce(new, old);
    end $$`.execute(db);
  for (const table of ['binding', 'passage', 'settlement', 'method'])
    await sql`create trigger ${sql.ref(`national_report_${table}_keep`)} before insert or update or delete
      on ${sql.table(`national_report_${table}`)} for each row execute function keep_frozen_aid()`.execute(db);
}
