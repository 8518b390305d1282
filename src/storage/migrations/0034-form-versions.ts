import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Forms as data: what is asked in each version, and the answers that were given to a version. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'form',
    (t) =>
      t
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('purpose', 'text', (c) => c.notNull())
        .addColumn('shipped_as', 'text'),
    { versioned: true, unique: [['title']] },
  );
  await tenantTable(
    db,
    'form_version',
    (t) =>
      t
        .addColumn('form_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('year', 'integer')
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('structure', 'jsonb', (c) => c.notNull())
        .addColumn('made_from_id', 'uuid'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['form_id'], table: 'form' },
        { columns: ['made_from_id'], table: 'form_version' },
      ],
      unique: [['form_id', 'number']],
    },
  );
  await tenantTable(
    db,
    'form_response',
    (t) => t.addColumn('form_version_id', 'uuid', (c) => c.notNull()).addColumn('frozen_at', 'timestamptz'),
    { versioned: true, foreignKeys: [{ columns: ['form_version_id'], table: 'form_version' }] },
  );
  await tenantTable(
    db,
    'form_response_answer',
    (t) =>
      t
        .addColumn('form_response_id', 'uuid', (c) => c.notNull())
        .addColumn('question_code', 'text', (c) => c.notNull())
        .addColumn('value', 'jsonb', (c) => c.notNull())
        .addColumn('comment', 'text')
        .addColumn('origin', 'text', (c) => c.notNull())
        .addColumn('answered_by', 'text', (c) => c.notNull())
        .addColumn('answered_at', 'timestamptz', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [{ columns: ['form_response_id'], table: 'form_response' }],
      unique: [['form_response_id', 'question_code']],
    },
  );
  // Whatever code writes them, a version that somebody has answered keeps its questions, and frozen answers stay as they were approved.
  await sql`
    create function keep_answered_version() returns trigger language plpgsql as $$
    begin
      if new.structure is distinct from old.structure and exists (
        select 1 from form_response where tenant_id = old.tenant_id and form_version_id = old.id
      ) then
        raise exception 'form version % has answers: its questions cannot change', old.id using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger form_version_keep before update on form_version
    for each row execute function keep_answered_version()`.execute(db);
  await sql`
    create function keep_frozen_answer() returns trigger language plpgsql as $$
    declare
      row form_response_answer := coalesce(new, old);
    begin
      if exists (
        select 1 from form_response where tenant_id = row.tenant_id and id = row.form_response_id and frozen_at is not null
      ) then
        raise exception 'form response % is frozen: its answers cannot change', row.form_response_id
          using errcode = 'restrict_violation';
      end if;
      return row;
    end $$`.execute(db);
  await sql`create trigger form_response_answer_keep before insert or update or delete on form_response_answer
    for each row execute function keep_frozen_answer()`.execute(db);
}
