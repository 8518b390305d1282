import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/**
 * The loop to next year: the way of an input (inspel) from draft to answer, from which findings its points were written, what the plan made of each
 * point (n:m with assignments), and the check of a plan against the goals. What was decided or signed off is final.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table budget_input
    add column state text not null default 'onRecord',
    add column to_body_id uuid,
    add column matter_id uuid,
    add column opening text not null default '',
    add column discussed_item_id uuid,
    add column discussed_on date,
    add column decided_by_decision_id uuid,
    add column decided_on date,
    add column sent_on date,
    add column received_item_id uuid,
    add column answered_on date,
    add column frozen_tree jsonb,
    add column frozen_hash text,
    add foreign key (tenant_id, to_body_id) references body (tenant_id, id),
    add foreign key (tenant_id, matter_id) references matter (tenant_id, id) on delete set null (matter_id),
    add foreign key (tenant_id, discussed_item_id) references agenda_item (tenant_id, id)
      on delete set null (discussed_item_id),
    add foreign key (tenant_id, received_item_id) references agenda_item (tenant_id, id)
      on delete set null (received_item_id),
    add foreign key (tenant_id, decided_by_decision_id) references decision (tenant_id, id)`.execute(db);
  await sql`create index budget_input_receiver_idx on budget_input (tenant_id, to_body_id, state)`.execute(db);
  await sql`create index budget_input_year_idx on budget_input (tenant_id, for_year)`.execute(db);
  for (const column of ['matter_id', 'discussed_item_id', 'received_item_id', 'decided_by_decision_id'])
    await sql`create index ${sql.ref(`budget_input_${column}_idx`)} on budget_input (tenant_id, ${sql.ref(column)})`.execute(
      db,
    );
  await sql`alter table budget_input_point
    add column headline text,
    add column goal_id uuid,
    add column about_assignment_id uuid,
    add column drafted boolean not null default false,
    add foreign key (tenant_id, goal_id) references goal (tenant_id, id) on delete set null (goal_id),
    add foreign key (tenant_id, about_assignment_id) references assignment (tenant_id, id)
      on delete set null (about_assignment_id)`.execute(db);
  for (const column of ['goal_id', 'about_assignment_id'])
    await sql`create index ${sql.ref(`budget_input_point_${column}_idx`)} on budget_input_point (tenant_id, ${sql.ref(column)})`.execute(
      db,
    );
  const ofPoint = { columns: ['point_id'], table: 'budget_input_point', onDelete: 'cascade' } as const;
  await tenantTable(
    db,
    'budget_input_version',
    (t) =>
      t
        .addColumn('budget_input_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('reason', 'text', (c) => c.notNull())
        .addColumn('content', 'jsonb', (c) => c.notNull())
        .addColumn('kept_on', 'date', (c) => c.notNull())
        .addColumn('kept_by', 'text', (c) => c.notNull()),
    {
      key: ['budget_input_id', 'number'],
      appendOnly: true,
      foreignKeys: [{ columns: ['budget_input_id'], table: 'budget_input' }],
    },
  );
  await tenantTable(
    db,
    'input_point_origin',
    (t) =>
      t
        .addColumn('point_id', 'uuid', (c) => c.notNull())
        .addColumn('noun', 'text', (c) => c.notNull())
        .addColumn('record_id', 'uuid', (c) => c.notNull())
        .addColumn('within_id', 'uuid')
        .addColumn('finding', 'text', (c) => c.notNull())
        .addColumn('said', 'text', (c) => c.notNull()),
    { key: ['point_id', 'noun', 'record_id'], foreignKeys: [ofPoint], indexes: [['record_id']] },
  );
  await tenantTable(
    db,
    'input_point_assignment',
    (t) => t.addColumn('point_id', 'uuid', (c) => c.notNull()).addColumn('assignment_id', 'uuid', (c) => c.notNull()),
    {
      key: ['point_id', 'assignment_id'],
      foreignKeys: [ofPoint, { columns: ['assignment_id'], table: 'assignment', onDelete: 'cascade' }],
    },
  );
  await sql`insert into input_point_assignment (tenant_id, point_id, assignment_id)
    select tenant_id, id, taken_up_by_assignment_id from budget_input_point
    where taken_up_by_assignment_id is not null`.execute(db);
  await tenantTable(
    db,
    'input_outcome',
    (t) =>
      t
        .addColumn('point_id', 'uuid', (c) => c.notNull())
        .addColumn('outcome', 'text', (c) => c.notNull())
        .addColumn('reason', 'text')
        .addColumn('decision_id', 'uuid')
        .addColumn('settled_on', 'date', (c) => c.notNull())
        .addColumn('settled_by', 'text', (c) => c.notNull()),
    {
      key: ['point_id'],
      foreignKeys: [ofPoint, { columns: ['decision_id'], table: 'decision', onDelete: 'set null' }],
    },
  );
  await sql`insert into input_outcome (tenant_id, point_id, outcome, settled_on, settled_by)
    select point.tenant_id, point.id, 'takenUp', coalesce(input.dated_on, input.created_at::date), ''
    from budget_input_point point join budget_input input
      on input.tenant_id = point.tenant_id and input.id = point.budget_input_id
    where point.taken_up_by_assignment_id is not null`.execute(db);
  await sql`alter table budget_input_point drop column taken_up_by_assignment_id`.execute(db);
  await goalCheckTables(db);
  await guardFinal(db);
}

async function goalCheckTables(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'goal_check',
    (t) =>
      t
        .addColumn('plan_id', 'uuid', (c) => c.notNull())
        .addColumn('next_plan_id', 'uuid')
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('checked_on', 'date', (c) => c.notNull())
        .addColumn('words', 'text', (c) => c.notNull())
        .addColumn('signed_on', 'date')
        .addColumn('signed_by', 'text')
        .addColumn('frozen_tree', 'jsonb')
        .addColumn('frozen_hash', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['plan_id'], table: 'plan' },
        { columns: ['next_plan_id'], table: 'plan' },
      ],
      unique: [['plan_id']],
    },
  );
  await tenantTable(
    db,
    'goal_check_goal',
    (t) =>
      t
        .addColumn('goal_check_id', 'uuid', (c) => c.notNull())
        .addColumn('goal_id', 'uuid', (c) => c.notNull())
        .addColumn('conclusion', 'text')
        .addColumn('words', 'text', (c) => c.notNull()),
    {
      key: ['goal_check_id', 'goal_id'],
      foreignKeys: [
        { columns: ['goal_check_id'], table: 'goal_check', onDelete: 'cascade' },
        { columns: ['goal_id'], table: 'goal' },
      ],
    },
  );
}

/** The second net below the verbs: the points of a decided letter and the conclusions of a signed check never change. */
async function guardFinal(db: Kysely<unknown>): Promise<void> {
  await sql`create function kansli_refuse_final_input() returns trigger language plpgsql as $$
    declare
      row_of jsonb := to_jsonb(case when tg_op = 'INSERT' then new else old end);
      sealed boolean;
    begin
      if tg_table_name = 'budget_input_point' then
        select frozen_hash is not null into sealed from budget_input
          where tenant_id = (row_of ->> 'tenant_id')::uuid and id = (row_of ->> 'budget_input_id')::uuid;
      else
        select frozen_hash is not null into sealed from goal_check
          where tenant_id = (row_of ->> 'tenant_id')::uuid and id = (row_of ->> 'goal_check_id')::uuid;
      end if;
      if sealed then
        raise exception 'what was decided or signed off is final' using errcode = 'KA001';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$`.execute(db);
  for (const table of ['budget_input_point', 'goal_check_goal'])
    await sql`create trigger ${sql.ref(`${table}_final`)} before insert or update or delete on ${sql.table(table)}
      for each row execute function kansli_refuse_final_input()`.execute(db);
}
