import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Decisions, their att-clauses, and the assignments they concern. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'decision',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('agenda_item_id', 'uuid')
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('decided_on', 'date')
        .addColumn('date_precision', 'text', (c) => c.notNull())
        .addColumn('immediately_adjusted', 'boolean', (c) => c.notNull().defaultTo(false))
        .addColumn('note', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['body_id'], table: 'body' },
        { columns: ['agenda_item_id'], table: 'agenda_item' },
      ],
      indexes: [['decided_on']],
    },
  );
  await tenantTable(
    db,
    'decision_clause',
    (t) =>
      t
        .addColumn('decision_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('clause', 'text', (c) => c.notNull()),
    {
      foreignKeys: [{ columns: ['decision_id'], table: 'decision', onDelete: 'cascade' }],
      unique: [['decision_id', 'position']],
    },
  );
  await tenantTable(
    db,
    'decision_assignment',
    (t) =>
      t
        .addColumn('decision_id', 'uuid', (c) => c.notNull())
        .addColumn('assignment_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull()),
    {
      key: ['decision_id', 'assignment_id', 'kind'],
      foreignKeys: [
        { columns: ['decision_id'], table: 'decision', onDelete: 'cascade' },
        { columns: ['assignment_id'], table: 'assignment' },
      ],
    },
  );
}
