import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/**
 * Dialogues, and polls without names. The tables of answers hold no time, no person and no link, and no row of them points at one: what was answered and
 * who was asked cannot be brought together again. `src/domain/polls/unlinked-ballots.test.ts` reads these columns and says so.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await dialogueTables(db);
  await pollTables(db);
  await ballotTables(db);
  await guardBallots(db);
}

async function dialogueTables(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'dialogue',
    (t) =>
      t
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('from_on', 'date', (c) => c.notNull())
        .addColumn('to_on', 'date')
        .addColumn('place', 'text')
        .addColumn('occasions', 'integer')
        .addColumn('occasions_qualifier', 'text', (c) => c.notNull())
        .addColumn('participants', 'integer')
        .addColumn('participants_qualifier', 'text', (c) => c.notNull())
        .addColumn('answer_units', 'text')
        .addColumn('summary', 'text', (c) => c.notNull())
        .addColumn('materials', 'jsonb', (c) => c.notNull())
        .addColumn('meeting_id', 'uuid'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['body_id'], table: 'body' },
        { columns: ['meeting_id'], table: 'meeting', onDelete: 'set null' },
      ],
      indexes: [['from_on']],
    },
  );
  await tenantTable(
    db,
    'dialogue_insight',
    (t) =>
      t
        .addColumn('dialogue_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('insight', 'text', (c) => c.notNull())
        .addColumn('answer', 'text')
        .addColumn('goal_id', 'uuid')
        .addColumn('goal_statement_id', 'uuid')
        .addColumn('assignment_id', 'uuid'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['dialogue_id'], table: 'dialogue' },
        { columns: ['goal_id'], table: 'goal', onDelete: 'set null' },
        { columns: ['goal_statement_id'], table: 'goal_statement', onDelete: 'set null' },
        { columns: ['assignment_id'], table: 'assignment', onDelete: 'set null' },
      ],
      unique: [['dialogue_id', 'position']],
    },
  );
  await tenantTable(
    db,
    'dialogue_change',
    (t) =>
      t
        .addColumn('dialogue_insight_id', 'uuid', (c) => c.notNull())
        .addColumn('sentence', 'text', (c) => c.notNull())
        .addColumn('goal_document_id', 'uuid')
        .addColumn('plan_id', 'uuid')
        .addColumn('decision_id', 'uuid')
        .addColumn('noted_on', 'date', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['dialogue_insight_id'], table: 'dialogue_insight' },
        { columns: ['goal_document_id'], table: 'goal_document', onDelete: 'set null' },
        { columns: ['plan_id'], table: 'plan', onDelete: 'set null' },
        { columns: ['decision_id'], table: 'decision', onDelete: 'set null' },
      ],
    },
  );
}

async function pollTables(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'poll',
    (t) =>
      t
        .addColumn('code', 'text', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('about', 'text', (c) => c.notNull())
        .addColumn('access', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('opens_on', 'date')
        .addColumn('closes_on', 'date')
        .addColumn('meeting_id', 'uuid')
        .addColumn('dialogue_id', 'uuid')
        .addColumn('group_label', 'text')
        .addColumn('links_made', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('shown', 'jsonb', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['body_id'], table: 'body' },
        { columns: ['meeting_id'], table: 'meeting', onDelete: 'set null' },
        { columns: ['dialogue_id'], table: 'dialogue', onDelete: 'set null' },
      ],
      unique: [['code']],
    },
  );
  await tenantTable(
    db,
    'poll_question',
    (t) =>
      t
        .addColumn('poll_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('prompt', 'text', (c) => c.notNull())
        .addColumn('low_label', 'text')
        .addColumn('high_label', 'text')
        .addColumn('options', 'jsonb', (c) => c.notNull())
        .addColumn('goal_statement_id', 'uuid'),
    {
      foreignKeys: [
        { columns: ['poll_id'], table: 'poll' },
        { columns: ['goal_statement_id'], table: 'goal_statement', onDelete: 'set null' },
      ],
      indexes: [['poll_id', 'position']],
    },
  );
  await tenantTable(
    db,
    'poll_group',
    (t) =>
      t
        .addColumn('poll_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull()),
    { foreignKeys: [{ columns: ['poll_id'], table: 'poll' }], unique: [['poll_id', 'name']] },
  );
}

async function ballotTables(db: Kysely<unknown>): Promise<void> {
  // Who holds a key may answer once; the key is kept as its hash, and says nothing about what was answered.
  await tenantTable(
    db,
    'poll_key',
    (t) =>
      t
        .addColumn('poll_id', 'uuid', (c) => c.notNull())
        .addColumn('key_hash', 'text', (c) => c.notNull())
        .addColumn('used', 'boolean', (c) => c.notNull()),
    { key: ['poll_id', 'key_hash'], foreignKeys: [{ columns: ['poll_id'], table: 'poll' }] },
  );
  await tenantTable(
    db,
    'poll_ballot',
    (t) =>
      t
        .addColumn('poll_id', 'uuid', (c) => c.notNull())
        .addColumn('poll_group_id', 'uuid')
        .addColumn('answers', 'jsonb', (c) => c.notNull()),
    {
      foreignKeys: [
        { columns: ['poll_id'], table: 'poll' },
        { columns: ['poll_group_id'], table: 'poll_group' },
      ],
    },
  );
  // What somebody wrote stands apart from what they ticked, so that words never show which ticks were whose.
  await tenantTable(
    db,
    'poll_comment',
    (t) =>
      t
        .addColumn('poll_id', 'uuid', (c) => c.notNull())
        .addColumn('poll_question_id', 'uuid', (c) => c.notNull())
        .addColumn('comment', 'text', (c) => c.notNull())
        .addColumn('chosen', 'boolean', (c) => c.notNull()),
    {
      foreignKeys: [
        { columns: ['poll_id'], table: 'poll' },
        { columns: ['poll_question_id'], table: 'poll_question' },
      ],
    },
  );
}

/** Whatever code writes them: a poll never goes back, what is asked stands once it is open, and what was answered stands once it is closed. */
async function guardBallots(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function keep_poll_state() returns trigger language plpgsql as $$
    begin
      if array_position(array['draft', 'open', 'closed', 'published'], new.state)
        < array_position(array['draft', 'open', 'closed', 'published'], old.state) then
        raise exception 'poll % is %: it cannot become % again', old.id, old.state, new.state
          using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger poll_keep_state before update on poll
    for each row execute function keep_poll_state()`.execute(db);
  await sql`
    create function keep_poll_part() returns trigger language plpgsql as $$
    declare
      row record := coalesce(new, old);
      wanted text := tg_argv[0];
    begin
      -- A citable sentence that is reworded lets go of the question; what was asked stays.
      if tg_table_name = 'poll_question' and tg_op = 'UPDATE' and to_jsonb(new) - 'goal_statement_id' = to_jsonb(old) - 'goal_statement_id' then
        return new;
      end if;
      if (tg_table_name = 'poll_ballot' and tg_op = 'UPDATE') or not exists (select 1 from poll where tenant_id = row.tenant_id and id = row.poll_id and state = wanted) then
        raise exception '% of poll % stands: it changes only while the poll is %, a ballot never', tg_table_name, row.poll_id, wanted
          using errcode = 'restrict_violation';
      end if;
      return row;
    end $$`.execute(db);
  for (const [table, state] of [
    ['poll_question', 'draft'],
    ['poll_group', 'draft'],
    ['poll_ballot', 'open'],
  ])
    await sql`create trigger ${sql.ref(`${table}_keep`)} before insert or update or delete on ${sql.table(table!)}
      for each row execute function keep_poll_part(${sql.lit(state)})`.execute(db);
}
