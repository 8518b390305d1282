import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Economic action plans with their measures and what is told of them, and the parts of interim and annual reports. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'measure_plan',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('year', 'integer', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('demanded', 'bigint')
        .addColumn('assignment_id', 'uuid'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['body_id'], table: 'body' },
        { columns: ['assignment_id'], table: 'assignment', onDelete: 'set null' },
      ],
      unique: [['body_id', 'year']],
      indexes: [['year']],
    },
  );
  await tenantTable(
    db,
    'measure',
    (t) =>
      t
        .addColumn('measure_plan_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('description', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('responsible_body_id', 'uuid', (c) => c.notNull())
        .addColumn('planned', 'bigint', (c) => c.notNull())
        .addColumn('planned_full_year', 'bigint', (c) => c.notNull())
        .addColumn('starts_on', 'date', (c) => c.notNull())
        .addColumn('assignment_id', 'uuid')
        .addColumn('goal_id', 'uuid')
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('state_reason', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['measure_plan_id'], table: 'measure_plan' },
        { columns: ['responsible_body_id'], table: 'body' },
        { columns: ['assignment_id'], table: 'assignment', onDelete: 'set null' },
        { columns: ['goal_id'], table: 'goal', onDelete: 'set null' },
      ],
      unique: [['measure_plan_id', 'number']],
    },
  );
  await tenantTable(
    db,
    'measure_telling',
    (t) =>
      t
        .addColumn('measure_id', 'uuid', (c) => c.notNull())
        .addColumn('month', 'date', (c) => c.notNull())
        .addColumn('effect', 'bigint', (c) => c.notNull())
        .addColumn('forecast', 'bigint', (c) => c.notNull())
        .addColumn('financial', 'text', (c) => c.notNull())
        .addColumn('operational', 'text', (c) => c.notNull())
        .addColumn('told_by', 'text', (c) => c.notNull())
        .addColumn('told_on', 'date', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [{ columns: ['measure_id'], table: 'measure', onDelete: 'cascade' }],
      unique: [['measure_id', 'month']],
    },
  );
  await periodReports(db);
}

/** What an interim or annual report has beside the row of every report; like the entries of a report-back they are final once it is approved. */
async function periodReports(db: Kysely<unknown>): Promise<void> {
  const ofReport = { columns: ['report_id'], table: 'report', onDelete: 'cascade' } as const;
  await tenantTable(
    db,
    'period_chapter',
    (t) =>
      t
        .addColumn('report_id', 'uuid', (c) => c.notNull())
        .addColumn('chapter', 'text', (c) => c.notNull())
        .addColumn('draft', 'jsonb', (c) => c.notNull())
        .addColumn('chapter_text', 'text', (c) => c.notNull())
        .addColumn('edited', 'boolean', (c) => c.notNull()),
    { versioned: true, foreignKeys: [ofReport], unique: [['report_id', 'chapter']] },
  );
  await tenantTable(
    db,
    'period_quotation',
    (t) =>
      t
        .addColumn('report_id', 'uuid', (c) => c.notNull())
        .addColumn('assignment_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('quoted_assessment_id', 'uuid')
        .addColumn('quoted_version', 'integer')
        .addColumn('kept_version', 'integer'),
    {
      foreignKeys: [
        ofReport,
        { columns: ['assignment_id'], table: 'assignment' },
        {
          columns: ['quoted_assessment_id', 'quoted_version'],
          table: 'assessment_version',
          references: ['assessment_id', 'version'],
        },
      ],
      unique: [['report_id', 'assignment_id']],
    },
  );
  await tenantTable(
    db,
    'period_figure',
    (t) =>
      t
        .addColumn('report_id', 'uuid', (c) => c.notNull())
        .addColumn('indicator_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('target', 'text'),
    {
      foreignKeys: [ofReport, { columns: ['indicator_id'], table: 'indicator' }],
      unique: [['report_id', 'indicator_id']],
    },
  );
  await sql`create function kansli_refuse_frozen_period_part() returns trigger language plpgsql as $$
    declare
      row_of jsonb := to_jsonb(case when tg_op = 'INSERT' then new else old end);
    begin
      if exists (select 1 from report where report.tenant_id = (row_of ->> 'tenant_id')::uuid
        and report.id = (row_of ->> 'report_id')::uuid and report.state in ('approved', 'delivered')) then
        raise exception 'the report is frozen: a correction is a new report' using errcode = 'KA001';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$`.execute(db);
  for (const table of ['period_chapter', 'period_quotation', 'period_figure'])
    await sql`create trigger ${sql.ref(`${table}_frozen`)} before insert or update or delete on ${sql.table(table)}
      for each row execute function kansli_refuse_frozen_period_part()`.execute(db);
}
