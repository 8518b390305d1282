import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Returns that an authority has answered: the questions as they were put, and what was answered with how much certainty. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'form_return',
    (t) =>
      t
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('organisation', 'text')
        .addColumn('year', 'integer', (c) => c.notNull()),
    { versioned: true, unique: [['year', 'title']] },
  );
  await tenantTable(
    db,
    'form_answer',
    (t) =>
      t
        .addColumn('form_return_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('number', 'text', (c) => c.notNull())
        .addColumn('section', 'text')
        .addColumn('question', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('options', 'jsonb', (c) => c.notNull())
        .addColumn('matrix', 'jsonb')
        .addColumn('condition', 'jsonb')
        .addColumn('details', 'jsonb')
        .addColumn('answer', 'text')
        .addColumn('certainty', 'numeric')
        .addColumn('inferred_from', 'text'),
    {
      versioned: true,
      foreignKeys: [{ columns: ['form_return_id'], table: 'form_return', onDelete: 'cascade' }],
      unique: [
        ['form_return_id', 'number'],
        ['form_return_id', 'position'],
      ],
    },
  );
}
