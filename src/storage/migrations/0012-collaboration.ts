import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** What region and municipalities have agreed on, pay together and are to deliver. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const inItem = { columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'set null' } as const;
  await tenantTable(
    db,
    'agreement',
    (t) =>
      t
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('starts_on', 'date')
        .addColumn('ends_on', 'date')
        .addColumn('open_ended', 'boolean', (c) => c.notNull())
        .addColumn('notice_months', 'integer')
        .addColumn('decided', 'boolean', (c) => c.notNull())
        .addColumn('agenda_item_id', 'uuid'),
    { versioned: true, foreignKeys: [inItem], unique: [['name', 'starts_on']] },
  );
  await tenantTable(
    db,
    'commission',
    (t) =>
      t
        .addColumn('commissioned', 'text', (c) => c.notNull())
        .addColumn('task', 'text', (c) => c.notNull())
        .addColumn('fte', 'numeric')
        .addColumn('starts_on', 'date')
        .addColumn('ends_on', 'date')
        .addColumn('fund', 'text')
        .addColumn('decided', 'boolean', (c) => c.notNull())
        .addColumn('agenda_item_id', 'uuid'),
    { versioned: true, foreignKeys: [inItem] },
  );
  await tenantTable(
    db,
    'commission_amount',
    (t) =>
      t
        .addColumn('commission_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('amount', 'numeric')
        .addColumn('currency', 'text')
        .addColumn('fte', 'numeric')
        .addColumn('payer', 'text'),
    {
      foreignKeys: [{ columns: ['commission_id'], table: 'commission', onDelete: 'cascade' }],
      unique: [['commission_id', 'position']],
    },
  );
  await tenantTable(
    db,
    'deliverable',
    (t) =>
      t
        .addColumn('what', 'text', (c) => c.notNull())
        .addColumn('project', 'text')
        .addColumn('due_on', 'text')
        .addColumn('moved_to', 'text')
        .addColumn('agenda_item_id', 'uuid'),
    { versioned: true, foreignKeys: [inItem] },
  );
}
