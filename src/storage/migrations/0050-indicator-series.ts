import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/**
 * Figures as series (IND-01–IND-04, IND-10, IND-16–IND-18): definitions in versions, values by place, sex and age, values that are missing with the
 * reason, corrections that keep what they correct, targets with their denominator, who delivers what when, and tables that are read in.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('indicator')
    .addColumn('direction', 'text', (c) => c.notNull().defaultTo('neutral'))
    .addColumn('area', 'text')
    .addColumn('code', 'text')
    .addColumn('counted_by_id', 'uuid')
    .execute();
  await sql`alter table indicator add constraint indicator_counted_by_id_fkey foreign key (tenant_id, counted_by_id)
    references indicator (tenant_id, id) on delete set null (counted_by_id)`.execute(db);
  await sql`create index indicator_counted_by_id_idx on indicator (tenant_id, counted_by_id)`.execute(db);
  await sql`create unique index indicator_code_key on indicator (tenant_id, code) where code is not null`.execute(db);

  await db.schema
    .alterTable('indicator_value')
    .alterColumn('amount', (c) => c.dropNotNull())
    .addColumn('missing_reason', 'text')
    .addColumn('place', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('sex', 'text', (c) => c.notNull().defaultTo('all'))
    .addColumn('age_group', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('origin', 'text', (c) => c.notNull().defaultTo('told'))
    .addColumn('forecast', 'boolean', (c) => c.notNull().defaultTo(false))
    .addColumn('preliminary', 'boolean', (c) => c.notNull().defaultTo(false))
    .addColumn('of_amount', 'numeric')
    .addColumn('to_amount', 'numeric')
    .addColumn('comparable', 'boolean')
    .addColumn('note', 'text')
    .addColumn('definition_number', 'integer')
    .addColumn('replaced_by_id', 'uuid')
    .addColumn('correction_reason', 'text')
    .execute();
  await sql`alter table indicator_value add constraint indicator_value_amount_or_reason
    check (amount is not null or missing_reason is not null)`.execute(db);
  await sql`alter table indicator_value drop constraint indicator_value_indicator_id_as_of_amount_key`.execute(db);
  await sql`alter table indicator_value add constraint indicator_value_replaced_by_id_fkey foreign key (tenant_id, replaced_by_id)
    references indicator_value (tenant_id, id) on delete set null (replaced_by_id) deferrable initially deferred`.execute(
    db,
  );
  await sql`create index indicator_value_replaced_by_id_idx on indicator_value (tenant_id, replaced_by_id)`.execute(db);
  // A text may say two things of one day, and both are kept; a measured value of one place, group and time is one.
  await sql`create unique index indicator_value_measured_key
    on indicator_value (tenant_id, indicator_id, place, sex, age_group, as_of, forecast)
    where origin <> 'told' and replaced_by_id is null`.execute(db);
  await sql`create index indicator_value_change_idx on indicator_value (tenant_id, indicator_id)
    where change_percent is not null`.execute(db);
  await sql`create index indicator_value_series_idx on indicator_value (tenant_id, indicator_id, as_of)`.execute(db);

  await tenantTable(
    db,
    'indicator_definition',
    (t) =>
      t
        .addColumn('indicator_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('valid_from', 'text')
        .addColumn('definition', 'text', (c) => c.notNull())
        .addColumn('numerator', 'text')
        .addColumn('denominator', 'text')
        .addColumn('source', 'text')
        .addColumn('method', 'text')
        .addColumn('breaks_series', 'boolean', (c) => c.notNull())
        .addColumn('break_note', 'text')
        .addColumn('made_at', 'timestamptz', (c) => c.notNull())
        .addColumn('made_by', 'text', (c) => c.notNull()),
    {
      foreignKeys: [{ columns: ['indicator_id'], table: 'indicator', onDelete: 'cascade' }],
      unique: [['indicator_id', 'number']],
    },
  );
  await tenantTable(
    db,
    'indicator_target',
    (t) =>
      t
        .addColumn('indicator_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('bound', 'text', (c) => c.notNull())
        .addColumn('amount', 'numeric', (c) => c.notNull())
        .addColumn('denominator', 'text')
        .addColumn('from_as_of', 'text')
        .addColumn('to_as_of', 'text')
        .addColumn('place', 'text', (c) => c.notNull().defaultTo(''))
        .addColumn('note', 'text'),
    { versioned: true, foreignKeys: [{ columns: ['indicator_id'], table: 'indicator', onDelete: 'cascade' }] },
  );
  await tenantTable(
    db,
    'indicator_delivery',
    (t) =>
      t
        .addColumn('indicator_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('period', 'text', (c) => c.notNull())
        .addColumn('due_on', 'date', (c) => c.notNull())
        .addColumn('delivered_on', 'date')
        .addColumn('declined_reason', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['indicator_id'], table: 'indicator', onDelete: 'cascade' },
        { columns: ['body_id'], table: 'body' },
      ],
      unique: [['indicator_id', 'body_id', 'period']],
      indexes: [['due_on']],
    },
  );
  await tenantTable(
    db,
    'indicator_import',
    (t) =>
      t
        .addColumn('file_name', 'text', (c) => c.notNull())
        .addColumn('sha256', 'text', (c) => c.notNull())
        .addColumn('format', 'text', (c) => c.notNull())
        .addColumn('mapping', 'jsonb')
        .addColumn('handed_in_by', 'text', (c) => c.notNull())
        .addColumn('confirmed_at', 'timestamptz')
        .addColumn('added', 'integer')
        .addColumn('corrected', 'integer'),
    { versioned: true },
  );
}
