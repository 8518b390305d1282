import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/**
 * Funds with what each year brings, spends and carries on (AGR-13), and of commissions what was missing: who orders, how posts are told (AGR-14…17), which
 * fund pays, what it extends, its early end, and of each part its year and the principal that pays it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'fund',
    (t) =>
      t
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('name_key', 'text', (c) => c.notNull())
        .addColumn('aliases', 'jsonb', (c) => c.notNull().defaultTo(sql`'[]'::jsonb`))
        .addColumn('owner', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('purpose', 'text', (c) => c.notNull().defaultTo(''))
        .addColumn('conditions', 'jsonb', (c) => c.notNull().defaultTo(sql`'[]'::jsonb`))
        .addColumn('body_id', 'uuid'),
    { versioned: true, foreignKeys: [{ columns: ['body_id'], table: 'body' }], unique: [['name_key']] },
  );
  await tenantTable(
    db,
    'fund_year',
    (t) =>
      t
        .addColumn('fund_id', 'uuid', (c) => c.notNull())
        .addColumn('year', 'integer', (c) => c.notNull())
        .addColumn('allocated_ore', 'bigint', (c) => c.notNull())
        .addColumn('spent_ore', 'bigint')
        .addColumn('carried_ore', 'bigint')
        .addColumn('note', 'text', (c) => c.notNull().defaultTo('')),
    {
      versioned: true,
      foreignKeys: [{ columns: ['fund_id'], table: 'fund', onDelete: 'cascade' }],
      unique: [['fund_id', 'year']],
    },
  );
  await db.schema
    .alterTable('commission')
    .addColumn('body_id', 'uuid')
    .addColumn('fund_id', 'uuid')
    .addColumn('extends_id', 'uuid')
    .addColumn('extent_kind', 'text')
    .addColumn('employment_form', 'text')
    .addColumn('personnel_note', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('ended_on', 'date')
    .addColumn('end_reason', 'text')
    .execute();
  await db.schema
    .alterTable('commission_amount')
    .addColumn('year', 'integer')
    .addColumn('payer_body_id', 'uuid')
    .addColumn('payer_group', 'text')
    .execute();
  for (const [table, column, to] of [
    ['commission', 'body_id', 'body'],
    ['commission', 'fund_id', 'fund'],
    ['commission', 'extends_id', 'commission'],
    ['commission_amount', 'payer_body_id', 'body'],
  ] as const) {
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(`${table}_${column}_fkey`)}
      foreign key (tenant_id, ${sql.ref(column)}) references ${sql.table(to)} (tenant_id, id)`.execute(db);
    await sql`create index ${sql.ref(`${table}_${column}_idx`)} on ${sql.table(table)} (tenant_id, ${sql.ref(column)})`.execute(
      db,
    );
  }
  // A commission is extended once: a second extension extends the first.
  await sql`create unique index commission_extended_once on commission (tenant_id, extends_id) where extends_id is not null`.execute(
    db,
  );
}
