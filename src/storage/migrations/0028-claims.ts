import { type Kysely, sql } from 'kysely';
import { oneOf, tenantTable } from './tenant-table.ts';

/** What people said of the remarks on a report: sentences left standing with a reason, what became of quotations, and what who approved had seen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'claim_settlement',
    (t) =>
      t
        .addColumn('report_entry_id', 'uuid', (c) => c.notNull())
        .addColumn('claim_hash', 'text', (c) => c.notNull())
        .addColumn('claim_text', 'text', (c) => c.notNull())
        .addColumn('kinds', 'jsonb', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull())
        .addColumn('settled_at', 'timestamptz', (c) => c.notNull())
        .addColumn('settled_by', 'text', (c) => c.notNull()),
    {
      foreignKeys: [{ columns: ['report_entry_id'], table: 'report_entry', onDelete: 'cascade' }],
      unique: [['report_entry_id', 'claim_hash']],
    },
  );
  await tenantTable(
    db,
    'quotation_choice',
    (t) =>
      t
        .addColumn('report_entry_id', 'uuid', (c) => c.notNull())
        .addColumn('assessment_id', 'uuid', (c) => c.notNull())
        .addColumn('choice', 'text', (c) => c.notNull().check(oneOf('choice', ['refresh', 'keep', 'remove'])))
        .addColumn('from_version', 'integer')
        .addColumn('to_version', 'integer')
        .addColumn('reason', 'text')
        .addColumn('chosen_at', 'timestamptz', (c) => c.notNull())
        .addColumn('chosen_by', 'text', (c) => c.notNull()),
    {
      foreignKeys: [
        { columns: ['report_entry_id'], table: 'report_entry', onDelete: 'cascade' },
        { columns: ['assessment_id'], table: 'assessment', onDelete: 'cascade' },
      ],
    },
  );
  await tenantTable(
    db,
    'remarks_seen',
    (t) =>
      t
        .addColumn('report_id', 'uuid', (c) => c.notNull())
        .addColumn('remarks', 'jsonb', (c) => c.notNull())
        .addColumn('seen_at', 'timestamptz', (c) => c.notNull())
        .addColumn('seen_by', 'text', (c) => c.notNull()),
    { foreignKeys: [{ columns: ['report_id'], table: 'report', onDelete: 'cascade' }] },
  );
  // The numbers of a sentence are looked up among the values of all series.
  await sql`create index indicator_value_amount_idx on indicator_value (tenant_id, amount)`.execute(db);
  // What was said before the decision stands as it was: the same guard as the entries and their evidence have.
  for (const table of ['claim_settlement', 'quotation_choice'])
    await sql`create trigger ${sql.ref(`${table}_frozen`)} before insert or update or delete on ${sql.table(table)}
      for each row execute function kansli_refuse_frozen_entry()`.execute(db);
}
