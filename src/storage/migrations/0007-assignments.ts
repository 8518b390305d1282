import type { Kysely } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Assignments, the bodies that have a role in them, and their links to each other and to goals. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'assignment',
    (t) =>
      t
        .addColumn('year', 'integer', (c) => c.notNull())
        .addColumn('number', 'integer')
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('full_text', 'text')
        .addColumn('heading', 'text')
        .addColumn('plan_id', 'uuid')
        .addColumn('objective_id', 'uuid')
        .addColumn('given_by_body_id', 'uuid')
        .addColumn('report_to_body_id', 'uuid')
        .addColumn('due_on', 'date')
        .addColumn('state', 'text', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['plan_id'], table: 'plan' },
        { columns: ['objective_id'], table: 'plan_objective', onDelete: 'set null' },
        { columns: ['given_by_body_id'], table: 'body' },
        { columns: ['report_to_body_id'], table: 'body' },
      ],
      unique: [{ columns: ['year', 'number'], where: 'number is not null' }],
      indexes: [
        ['year', 'position'],
        ['state', 'year'],
      ],
    },
  );
  await tenantTable(
    db,
    'assignment_party',
    (t) =>
      t
        .addColumn('assignment_id', 'uuid', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull().defaultTo(0)),
    {
      key: ['assignment_id', 'body_id', 'role'],
      foreignKeys: [
        { columns: ['assignment_id'], table: 'assignment', onDelete: 'cascade' },
        { columns: ['body_id'], table: 'body' },
      ],
    },
  );
  await tenantTable(
    db,
    'assignment_link',
    (t) =>
      t
        .addColumn('from_id', 'uuid', (c) => c.notNull())
        .addColumn('to_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('note', 'text'),
    {
      key: ['from_id', 'to_id', 'kind'],
      foreignKeys: [
        { columns: ['from_id'], table: 'assignment', onDelete: 'cascade' },
        { columns: ['to_id'], table: 'assignment', onDelete: 'cascade' },
      ],
    },
  );
  await tenantTable(
    db,
    'assignment_goal',
    (t) =>
      t
        .addColumn('assignment_id', 'uuid', (c) => c.notNull())
        .addColumn('goal_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull()),
    {
      key: ['assignment_id', 'goal_id', 'kind'],
      foreignKeys: [
        { columns: ['assignment_id'], table: 'assignment', onDelete: 'cascade' },
        { columns: ['goal_id'], table: 'goal' },
      ],
    },
  );
}
