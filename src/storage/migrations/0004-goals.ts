import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Goal documents: perspectives, headline goals and their citable sentences. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'goal_document',
    (t) =>
      t
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('horizon_year', 'integer')
        .addColumn('vision', 'text')
        .addColumn('adopted_by_body_id', 'uuid')
        .addColumn('adopted_on', 'date'),
    { versioned: true, foreignKeys: [{ columns: ['adopted_by_body_id'], table: 'body' }], unique: [['title']] },
  );
  await tenantTable(
    db,
    'perspective',
    (t) =>
      t
        .addColumn('goal_document_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull()),
    {
      foreignKeys: [{ columns: ['goal_document_id'], table: 'goal_document' }],
      unique: [['goal_document_id', 'name']],
    },
  );
  await tenantTable(
    db,
    'goal',
    (t) =>
      t
        .addColumn('goal_document_id', 'uuid', (c) => c.notNull())
        .addColumn('perspective_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('heading', 'text', (c) => c.notNull())
        .addColumn('body_text', 'text', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['goal_document_id'], table: 'goal_document' },
        { columns: ['perspective_id'], table: 'perspective' },
      ],
      unique: [['goal_document_id', 'heading']],
    },
  );
  await tenantTable(
    db,
    'goal_statement',
    (t) =>
      t
        .addColumn('goal_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('statement', 'text', (c) => c.notNull())
        .addColumn('anchor', 'text', (c) => c.notNull()),
    { foreignKeys: [{ columns: ['goal_id'], table: 'goal', onDelete: 'cascade' }], unique: [['goal_id', 'anchor']] },
  );
}
