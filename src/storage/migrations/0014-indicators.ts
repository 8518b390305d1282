import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Figures: what is measured, each value as a text stated it, and how the population changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'indicator',
    (t) => t.addColumn('name', 'text', (c) => c.notNull()).addColumn('unit', 'text', (c) => c.notNull()),
    { versioned: true, unique: [['name', 'unit']] },
  );
  await tenantTable(
    db,
    'indicator_value',
    (t) =>
      t
        .addColumn('indicator_id', 'uuid', (c) => c.notNull())
        .addColumn('amount', 'numeric', (c) => c.notNull())
        .addColumn('qualifier', 'text')
        .addColumn('as_of', 'text')
        .addColumn('change_percent', 'numeric')
        .addColumn('changed_from', 'text'),
    {
      versioned: true,
      foreignKeys: [{ columns: ['indicator_id'], table: 'indicator', onDelete: 'cascade' }],
      unique: [['indicator_id', 'as_of', 'amount']],
    },
  );
  await tenantTable(
    db,
    'population_change',
    (t) =>
      t
        .addColumn('municipality', 'text', (c) => c.notNull())
        .addColumn('age_group', 'text', (c) => c.notNull())
        .addColumn('from_year', 'integer', (c) => c.notNull())
        .addColumn('from_count', 'integer', (c) => c.notNull())
        .addColumn('to_year', 'integer', (c) => c.notNull())
        .addColumn('to_count', 'integer', (c) => c.notNull())
        .addColumn('printed_change', 'integer')
        .addColumn('printed_percent', 'numeric'),
    { versioned: true, unique: [['age_group', 'from_year', 'to_year', 'municipality']] },
  );
}
