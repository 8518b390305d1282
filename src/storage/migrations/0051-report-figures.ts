import { type Kysely, sql } from 'kysely';

/**
 * Figures of reports as charts of series (REP-20): every report can hold them, one of a report-back at an answer; which part of the series is shown and how,
 * what is said to who cannot see it, and, once the report is frozen, the figures as they were then.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table period_figure rename to report_figure`.execute(db);
  await sql`do $$ declare name text; begin
    for name in select conname from pg_constraint where conrelid = 'report_figure'::regclass and conname like 'period_figure%' loop
      execute format('alter table report_figure rename constraint %I to %I', name, replace(name, 'period_figure', 'report_figure'));
    end loop;
    for name in select indexname from pg_indexes where schemaname = current_schema() and tablename = 'report_figure' and indexname like 'period_figure%' loop
      execute format('alter index %I rename to %I', name, replace(name, 'period_figure', 'report_figure'));
    end loop;
    for name in select policyname from pg_policies where schemaname = current_schema() and tablename = 'report_figure' and policyname like 'period_figure%' loop
      execute format('alter policy %I on report_figure rename to %I', name, replace(name, 'period_figure', 'report_figure'));
    end loop; end $$`.execute(db);
  await sql`alter trigger period_figure_frozen on report_figure rename to report_figure_frozen`.execute(db);
  // The same indicator may stand in a report several times, for several places.
  await sql`alter table report_figure drop constraint report_figure_report_id_indicator_id_key`.execute(db);
  await db.schema
    .alterTable('report_figure')
    .addColumn('report_entry_id', 'uuid')
    .addColumn('form', 'text', (c) => c.notNull().defaultTo('line'))
    .addColumn('place', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('sex', 'text', (c) => c.notNull().defaultTo('all'))
    .addColumn('age_group', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('from_as_of', 'text')
    .addColumn('alt_text', 'text')
    .addColumn('frozen', 'jsonb')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('created_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .execute();
  await sql`alter table report_figure add constraint report_figure_form_check check (form in ('line', 'places'))`.execute(
    db,
  );
  await sql`alter table report_figure add constraint report_figure_report_entry_id_fkey
    foreign key (tenant_id, report_entry_id) references report_entry (tenant_id, id) on delete cascade`.execute(db);
  await sql`create index report_figure_report_entry_id_idx on report_figure (tenant_id, report_entry_id)`.execute(db);
  await sql`create index report_figure_report_id_position_idx on report_figure (tenant_id, report_id, position)`.execute(
    db,
  );
}
