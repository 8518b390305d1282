import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/**
 * Projects with their whole story: phases, sites, people, capacity, goals and lessons (PRJ-01…36). Days are days or months as printed
 * (`YYYY-MM-DD` or `YYYY-MM`). A deliverable gets its project and every move of its day; one that had moved keeps that as its first move.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const empty = sql`'[]'::jsonb`;
  await tenantTable(
    db,
    'project',
    (t) =>
      t
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('aliases', 'jsonb', (c) => c.notNull().defaultTo(empty))
        .addColumn('body_id', 'uuid')
        .addColumn('aim', 'text', (c) => c.notNull().defaultTo(''))
        .addColumn('background', 'text', (c) => c.notNull().defaultTo(''))
        .addColumn('area', 'text', (c) => c.notNull().defaultTo(''))
        .addColumn('phase', 'text', (c) => c.notNull())
        .addColumn('starts_on', 'text')
        .addColumn('ends_on', 'text')
        .addColumn('selection', 'text', (c) => c.notNull().defaultTo(''))
        .addColumn('counted', 'text', (c) => c.notNull().defaultTo(''))
        .addColumn('indicator_id', 'uuid')
        .addColumn('evaluated_by', 'text', (c) => c.notNull().defaultTo(''))
        .addColumn('evaluation_due', 'text')
        .addColumn('evaluation_result', 'text', (c) => c.notNull().defaultTo(''))
        .addColumn('research', 'text', (c) => c.notNull().defaultTo('')),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['body_id'], table: 'body' },
        { columns: ['indicator_id'], table: 'indicator', onDelete: 'set null' },
      ],
      indexes: [['phase']],
    },
  );
  await part(db, 'project_phase', (t) =>
    t
      .addColumn('phase', 'text', (c) => c.notNull())
      .addColumn('changed_on', 'text')
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('effects', 'text', (c) => c.notNull())
      .addColumn('decision', 'text', (c) => c.notNull())
      .addColumn('agenda_item_id', 'uuid')
      .addColumn('told_by', 'text', (c) => c.notNull())
      .addColumn('told_on', 'date', (c) => c.notNull()),
  );
  await sql`alter table project_phase add constraint project_phase_agenda_item_id_fkey
    foreign key (tenant_id, agenda_item_id) references agenda_item (tenant_id, id)`.execute(db);
  await sql`create index project_phase_agenda_item_id_idx on project_phase (tenant_id, agenda_item_id)`.execute(db);
  await part(db, 'project_site', (t) =>
    t
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('starts_on', 'text')
      .addColumn('reason', 'text', (c) => c.notNull()),
  );
  await part(db, 'project_role', (t) =>
    t
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('percent', 'integer')
      .addColumn('starts_on', 'text')
      .addColumn('ends_on', 'text'),
  );
  await part(db, 'project_count', (t) =>
    t
      .addColumn('as_of', 'text', (c) => c.notNull())
      .addColumn('value', 'integer', (c) => c.notNull())
      .addColumn('maximum', 'integer')
      .addColumn('note', 'text', (c) => c.notNull()),
  );
  await part(db, 'project_point', (t) =>
    t
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('point', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .addColumn('carried_noun', 'text')
      .addColumn('carried_id', 'uuid')
      .addColumn('carried_within_id', 'uuid')
      .addColumn('carried_on', 'date'),
  );
  await deliverables(db);
}

type Columns = (table: CreateTableBuilder<string, string>) => CreateTableBuilder<string, string>;

/** A part of a project, numbered within it; it goes with its project. */
async function part(db: Kysely<unknown>, name: string, columns: Columns): Promise<void> {
  await tenantTable(
    db,
    name,
    (t) =>
      columns(t.addColumn('project_id', 'uuid', (c) => c.notNull()).addColumn('number', 'integer', (c) => c.notNull())),
    {
      versioned: true,
      foreignKeys: [{ columns: ['project_id'], table: 'project', onDelete: 'cascade' }],
      unique: [['project_id', 'number']],
    },
  );
}

async function deliverables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('deliverable')
    .addColumn('project_id', 'uuid')
    .addColumn('responsible', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('done_on', 'text')
    .execute();
  await sql`alter table deliverable add constraint deliverable_project_id_fkey
    foreign key (tenant_id, project_id) references project (tenant_id, id)`.execute(db);
  await sql`create index deliverable_project_id_idx on deliverable (tenant_id, project_id)`.execute(db);
  await tenantTable(
    db,
    'deliverable_move',
    (t) =>
      t
        .addColumn('deliverable_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('due_before', 'text')
        .addColumn('due_after', 'text', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull())
        .addColumn('source', 'text', (c) => c.notNull())
        .addColumn('told_by', 'text', (c) => c.notNull())
        .addColumn('told_on', 'date'),
    {
      versioned: true,
      foreignKeys: [{ columns: ['deliverable_id'], table: 'deliverable', onDelete: 'cascade' }],
      unique: [['deliverable_id', 'number']],
    },
  );
  await sql`insert into deliverable_move (tenant_id, id, deliverable_id, number, due_before, due_after, reason, source, told_by)
    select tenant_id, gen_random_uuid(), id, 1, due_on, moved_to, '', '', '' from deliverable where moved_to is not null`.execute(
    db,
  );
}
