import { type Kysely, sql } from 'kysely';
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
        .addColumn('state', 'text', (c) => c.notNull())
        // Lower case by the rules of ICU on every server; compared bytewise, which is what makes the search of the list fast.
        .addColumn('search_text', sql`text collate "C"`, (c) =>
          c
            .generatedAlwaysAs(
              sql`lower((title || ' ' || coalesce(full_text, '') || ' ' || coalesce(heading, '')) collate "sv-x-icu")`,
            )
            .stored(),
        ),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['plan_id'], table: 'plan' },
        { columns: ['objective_id'], table: 'plan_objective', onDelete: 'set null' },
        { columns: ['given_by_body_id'], table: 'body' },
        { columns: ['report_to_body_id'], table: 'body' },
      ],
      unique: [
        { columns: ['year', 'number'], where: 'number is not null' },
        { columns: ['year', 'position'], where: 'number is null' },
      ],
      indexes: [
        ['year', 'number', 'position'],
        ['state', 'year'],
        ['title', 'id'],
        ['due_on', 'id'],
      ],
    },
  );
  // The order of the list: the latest year first, within it the numbers from the first.
  await sql`create index assignment_newest_idx on assignment (tenant_id, year desc, number, position)`.execute(db);
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
      indexes: [['body_id', 'role', 'assignment_id']],
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
  await tenantTable(
    db,
    'assignment_open_link',
    (t) =>
      t
        .addColumn('assignment_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('year', 'integer')
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('note', 'text'),
    { foreignKeys: [{ columns: ['assignment_id'], table: 'assignment', onDelete: 'cascade' }] },
  );
}
