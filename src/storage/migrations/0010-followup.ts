import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Periods, assessments with every version, positions, reports with their entries and evidence, and budget inputs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'period',
    (t) =>
      t
        .addColumn('year', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('starts_on', 'date', (c) => c.notNull())
        .addColumn('ends_on', 'date', (c) => c.notNull())
        .addColumn('deadline', 'date'),
    { versioned: true, unique: [['year', 'kind']] },
  );
  await tenantTable(
    db,
    'assessment',
    (t) =>
      t
        .addColumn('assignment_id', 'uuid', (c) => c.notNull())
        .addColumn('period_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid')
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('status_phrase', 'text')
        .addColumn('assessment_text', 'text', (c) => c.notNull())
        .addColumn('forecast_on', 'date'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['assignment_id'], table: 'assignment' },
        { columns: ['period_id'], table: 'period' },
        { columns: ['body_id'], table: 'body' },
      ],
      unique: [['assignment_id', 'period_id', 'body_id']],
    },
  );
  await tenantTable(
    db,
    'assessment_version',
    (t) =>
      t
        .addColumn('assessment_id', 'uuid', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('status', 'text', (c) => c.notNull())
        .addColumn('status_phrase', 'text')
        .addColumn('assessment_text', 'text', (c) => c.notNull())
        .addColumn('written_at', 'timestamptz', (c) => c.notNull())
        .addColumn('written_by', 'text', (c) => c.notNull()),
    {
      key: ['assessment_id', 'version'],
      appendOnly: true,
      foreignKeys: [{ columns: ['assessment_id'], table: 'assessment' }],
    },
  );
  await tenantTable(
    db,
    'assignment_position',
    (t) =>
      t
        .addColumn('assignment_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('year', 'integer', (c) => c.notNull())
        .addColumn('answer_type', 'text', (c) => c.notNull())
        .addColumn('position_text', 'text', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['assignment_id'], table: 'assignment' },
        { columns: ['body_id'], table: 'body' },
      ],
      unique: [['assignment_id', 'body_id', 'year']],
    },
  );
  await tenantTable(
    db,
    'report',
    (t) =>
      t
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('to_body_id', 'uuid')
        .addColumn('year', 'integer', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('foreword', 'text', (c) => c.notNull())
        .addColumn('closing', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('approved_by_decision_id', 'uuid')
        .addColumn('approved_on', 'date')
        .addColumn('delivered_on', 'date')
        .addColumn('frozen_tree', 'jsonb')
        .addColumn('frozen_hash', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['body_id'], table: 'body' },
        { columns: ['to_body_id'], table: 'body' },
        { columns: ['approved_by_decision_id'], table: 'decision' },
      ],
      unique: [['kind', 'body_id', 'year']],
    },
  );
  await tenantTable(
    db,
    'report_entry',
    (t) =>
      t
        .addColumn('report_id', 'uuid', (c) => c.notNull())
        .addColumn('assignment_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('group_heading', 'text')
        .addColumn('answer_type', 'text', (c) => c.notNull())
        .addColumn('answer_text', 'text', (c) => c.notNull())
        .addColumn('edited', 'boolean', (c) => c.notNull().defaultTo(false))
        .addColumn('quoted_assessment_id', 'uuid')
        .addColumn('quoted_version', 'integer')
        .addColumn('kept_version', 'integer'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['report_id'], table: 'report' },
        { columns: ['assignment_id'], table: 'assignment' },
      ],
      unique: [['report_id', 'assignment_id']],
    },
  );
  await tenantTable(
    db,
    'evidence',
    (t) =>
      t
        .addColumn('report_entry_id', 'uuid', (c) => c.notNull())
        .addColumn('claim_hash', 'text', (c) => c.notNull())
        .addColumn('claim_text', 'text', (c) => c.notNull())
        .addColumn('source_noun', 'text', (c) => c.notNull())
        .addColumn('source_id', 'uuid', (c) => c.notNull())
        .addColumn('confirmed', 'boolean', (c) => c.notNull()),
    {
      foreignKeys: [{ columns: ['report_entry_id'], table: 'report_entry', onDelete: 'cascade' }],
      unique: [['report_entry_id', 'claim_hash', 'source_noun', 'source_id']],
      indexes: [['source_noun', 'source_id']],
    },
  );
  await tenantTable(
    db,
    'budget_input',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('for_year', 'integer', (c) => c.notNull())
        .addColumn('dated_on', 'date')
        .addColumn('title', 'text', (c) => c.notNull()),
    { versioned: true, foreignKeys: [{ columns: ['body_id'], table: 'body' }], unique: [['body_id', 'for_year']] },
  );
  await tenantTable(
    db,
    'budget_input_point',
    (t) =>
      t
        .addColumn('budget_input_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('point', 'text', (c) => c.notNull())
        .addColumn('taken_up_by_assignment_id', 'uuid'),
    {
      foreignKeys: [
        { columns: ['budget_input_id'], table: 'budget_input', onDelete: 'cascade' },
        { columns: ['taken_up_by_assignment_id'], table: 'assignment', onDelete: 'set null' },
      ],
      unique: [['budget_input_id', 'number']],
    },
  );
  await guardFrozenReports(db);
}

/**
 * A report that was approved is final: of its row only the delivery may still be written, of its entries and their evidence nothing. The verbs
 * refuse it by their table of states; this is the second net, below every verb that is still to be written.
 */
async function guardFrozenReports(db: Kysely<unknown>): Promise<void> {
  await sql`create function kansli_refuse_frozen_report() returns trigger language plpgsql as $$
    begin
      if old.state not in ('approved', 'delivered') then
        return case when tg_op = 'DELETE' then old else new end;
      end if;
      if tg_op = 'UPDATE' and old.state = 'approved' and new.state = 'delivered'
        and to_jsonb(new) - 'state' - 'delivered_on' - 'version' = to_jsonb(old) - 'state' - 'delivered_on' - 'version' then
        return new;
      end if;
      raise exception 'the report is frozen: a correction is a new report' using errcode = 'KA001';
    end $$`.execute(db);
  await sql`create trigger report_frozen before update or delete on report
    for each row execute function kansli_refuse_frozen_report()`.execute(db);

  await sql`create function kansli_refuse_frozen_entry() returns trigger language plpgsql as $$
    declare
      found record;
      row_of jsonb := to_jsonb(case when tg_op = 'INSERT' then new else old end);
    begin
      select report.state into found from report
        where report.tenant_id = (row_of ->> 'tenant_id')::uuid
          and report.id = case tg_table_name
            when 'report_entry' then (row_of ->> 'report_id')::uuid
            else (select report_id from report_entry
              where tenant_id = (row_of ->> 'tenant_id')::uuid and id = (row_of ->> 'report_entry_id')::uuid)
          end;
      if found.state in ('approved', 'delivered') then
        raise exception 'the report is frozen: a correction is a new report' using errcode = 'KA001';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$`.execute(db);
  for (const table of ['report_entry', 'evidence'])
    await sql`create trigger ${sql.ref(`${table}_frozen`)} before insert or update or delete on ${sql.table(table)}
      for each row execute function kansli_refuse_frozen_entry()`.execute(db);
}
