import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Periods that open and close, the contributions that are asked for in them, texts carried over or taken into a joint one, and moved due dates. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('period')
    .addColumn('contributions_due_on', 'date')
    .addColumn('state', 'text', (c) => c.notNull().defaultTo('open'))
    .execute();
  await db.schema
    .alterTable('assessment')
    .addColumn('carried_from_id', 'uuid')
    .addColumn('carried_from_version', 'integer')
    .addColumn('carried_confirmed_by', 'text')
    .execute();
  await db.schema
    .createIndex('assessment_period_idx')
    .on('assessment')
    .columns(['tenant_id', 'period_id', 'assignment_id', 'body_id'])
    .execute();
  // Null in versions written before: what was forecast then is not known.
  await db.schema
    .alterTable('assessment_version')
    .addColumn('forecast_on', 'date')
    .addColumn('carried_from_id', 'uuid')
    .execute();
  await tenantTable(
    db,
    'contribution',
    (t) =>
      t
        .addColumn('assignment_id', 'uuid', (c) => c.notNull())
        .addColumn('period_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('part_of_body_id', 'uuid')
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('due_on', 'date', (c) => c.notNull())
        .addColumn('asked_by', 'text', (c) => c.notNull())
        .addColumn('asked_at', 'timestamptz', (c) => c.notNull())
        .addColumn('ready_by', 'text')
        .addColumn('ready_at', 'timestamptz')
        .addColumn('reminded_on', 'date')
        .addColumn('reminders', 'integer', (c) => c.notNull().defaultTo(0)),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['assignment_id'], table: 'assignment' },
        { columns: ['period_id'], table: 'period' },
        { columns: ['body_id'], table: 'body' },
        { columns: ['part_of_body_id'], table: 'body' },
      ],
      unique: [['assignment_id', 'period_id', 'body_id']],
      indexes: [
        ['period_id', 'body_id'],
        ['body_id', 'state'],
        { columns: ['due_on'], where: "state = 'asked'" },
        { columns: ['assignment_id', 'period_id', 'body_id'], where: 'part_of_body_id is not null' },
      ],
    },
  );
  await tenantTable(
    db,
    'taken_text',
    (t) =>
      t
        .addColumn('assessment_id', 'uuid', (c) => c.notNull())
        .addColumn('source_assessment_id', 'uuid', (c) => c.notNull())
        .addColumn('source_version', 'integer', (c) => c.notNull())
        .addColumn('taken_text', 'text', (c) => c.notNull())
        .addColumn('taken_at', 'timestamptz', (c) => c.notNull())
        .addColumn('taken_by', 'text', (c) => c.notNull()),
    {
      foreignKeys: [
        { columns: ['assessment_id'], table: 'assessment' },
        {
          columns: ['source_assessment_id', 'source_version'],
          table: 'assessment_version',
          references: ['assessment_id', 'version'],
        },
      ],
      unique: [['assessment_id', 'source_assessment_id']],
    },
  );
  await tenantTable(
    db,
    'due_change',
    (t) =>
      t
        .addColumn('assignment_id', 'uuid', (c) => c.notNull())
        .addColumn('old_due_on', 'date')
        .addColumn('new_due_on', 'date')
        .addColumn('reason', 'text', (c) => c.notNull())
        .addColumn('changed_at', 'timestamptz', (c) => c.notNull())
        .addColumn('changed_by', 'text', (c) => c.notNull()),
    {
      appendOnly: true,
      foreignKeys: [{ columns: ['assignment_id'], table: 'assignment' }],
      indexes: [['assignment_id', 'changed_at']],
    },
  );
  await guardClosedPeriods(db);
}

/** What was said at a period that is closed stands. The verbs refuse it by their table of states; this is the second net, below every verb. */
async function guardClosedPeriods(db: Kysely<unknown>): Promise<void> {
  await sql`create function kansli_refuse_closed_period() returns trigger language plpgsql as $$
    declare
      row_of jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
    begin
      if exists (select 1 from period where period.tenant_id = (row_of ->> 'tenant_id')::uuid
          and period.id = (row_of ->> 'period_id')::uuid and period.state = 'closed') then
        raise exception 'the period is closed: reopen it first' using errcode = 'KA001';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$`.execute(db);
  for (const table of ['assessment', 'contribution'])
    await sql`create trigger ${sql.ref(`${table}_of_closed_period`)} before insert or update or delete on ${sql.table(table)}
      for each row execute function kansli_refuse_closed_period()`.execute(db);
}
