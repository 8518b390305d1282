import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** What happened in an item of a meeting: motions, how they were put, votes, dissent, questions, and the running texts of the §. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const inItem = { columns: ['agenda_item_id'], table: 'agenda_item', onDelete: 'cascade' } as const;
  await tenantTable(
    db,
    'item_outcome',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
        .addColumn('outcome', 'text')
        .addColumn('motivation', 'text')
        .addColumn('immediately_adjusted', 'boolean', (c) => c.notNull().defaultTo(false))
        .addColumn('tabled_to', 'date')
        .addColumn('by_minority', 'boolean', (c) => c.notNull().defaultTo(false))
        .addColumn('carried_to_item_id', 'uuid')
        .addColumn('main_proposal_id', 'uuid')
        .addColumn('proposed', 'jsonb', (c) => c.notNull().defaultTo('[]'))
        .addColumn('made_in_meeting', 'jsonb', (c) => c.notNull().defaultTo('[]'))
        .addColumn('sealed', 'boolean', (c) => c.notNull().defaultTo(false)),
    {
      key: ['agenda_item_id'],
      foreignKeys: [inItem, { columns: ['carried_to_item_id'], table: 'agenda_item', onDelete: 'set null' }],
    },
  );
  await tenantTable(
    db,
    'section_text',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('field', 'text', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('edited_by', 'text')
        .addColumn('edited_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`)),
    { key: ['agenda_item_id', 'field'], foreignKeys: [inItem] },
  );
  await tenantTable(
    db,
    'floor_proposal',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('clauses', 'jsonb', (c) => c.notNull())
        .addColumn('clause', 'integer')
        .addColumn('movers', 'jsonb', (c) => c.notNull())
        .addColumn('motivation', 'text')
        .addColumn('withdrawn', 'boolean', (c) => c.notNull().defaultTo(false)),
    { versioned: true, foreignKeys: [inItem], unique: [['agenda_item_id', 'position']] },
  );
  await tenantTable(
    db,
    'proposition',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('clause', 'integer')
        .addColumn('yes_means', 'text', (c) => c.notNull())
        .addColumn('no_means', 'text')
        .addColumn('order_text', 'text')
        .addColumn('chair_finding', 'text')
        .addColumn('yes_proposal_id', 'uuid')
        .addColumn('no_proposal_id', 'uuid'),
    {
      versioned: true,
      foreignKeys: [
        inItem,
        { columns: ['yes_proposal_id'], table: 'floor_proposal' },
        { columns: ['no_proposal_id'], table: 'floor_proposal' },
      ],
      unique: [['agenda_item_id', 'position']],
    },
  );
  await tenantTable(
    db,
    'recorded_vote',
    (t) =>
      t
        .addColumn('proposition_id', 'uuid', (c) => c.notNull())
        .addColumn('ballot', 'text', (c) => c.notNull())
        .addColumn('matter_kind', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('yes_count', 'integer')
        .addColumn('no_count', 'integer')
        .addColumn('abstain_count', 'integer')
        .addColumn('result', 'text')
        .addColumn('decided_by', 'text')
        .addColumn('lot_kind', 'text')
        .addColumn('lot_drawn_by', 'text'),
    {
      versioned: true,
      foreignKeys: [{ columns: ['proposition_id'], table: 'proposition', onDelete: 'cascade' }],
      unique: [['proposition_id']],
    },
  );
  await tenantTable(
    db,
    'vote_cast',
    (t) =>
      t
        .addColumn('recorded_vote_id', 'uuid', (c) => c.notNull())
        .addColumn('attendance_id', 'uuid', (c) => c.notNull())
        .addColumn('choice', 'text', (c) => c.notNull()),
    {
      key: ['recorded_vote_id', 'attendance_id'],
      foreignKeys: [
        { columns: ['recorded_vote_id'], table: 'recorded_vote', onDelete: 'cascade' },
        { columns: ['attendance_id'], table: 'meeting_attendance' },
      ],
    },
  );
  await tenantTable(
    db,
    'dissent',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('people', 'jsonb', (c) => c.notNull())
        .addColumn('announced_at', 'text', (c) => c.notNull())
        .addColumn('granted', 'boolean')
        .addColumn('statement', 'text')
        .addColumn('statement_due', 'date')
        .addColumn('noted_by', 'text', (c) => c.notNull()),
    { versioned: true, foreignKeys: [inItem] },
  );
  await tenantTable(
    db,
    'oral_information',
    (t) =>
      t
        .addColumn('agenda_item_id', 'uuid', (c) => c.notNull())
        .addColumn('told_by', 'text')
        .addColumn('body', 'text', (c) => c.notNull())
        .addColumn('noted_by', 'text', (c) => c.notNull())
        .addColumn('noted_at', 'timestamptz', (c) => c.notNull()),
    // What was noted stands as it was noted (FL 27 §): who was wrong notes it anew.
    { appendOnly: true, foreignKeys: [{ columns: ['agenda_item_id'], table: 'agenda_item' }] },
  );
  await tenantTable(
    db,
    'notified_question',
    (t) =>
      t
        .addColumn('meeting_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('asked_by', 'text', (c) => c.notNull())
        .addColumn('question', 'text', (c) => c.notNull())
        .addColumn('answered_by', 'text')
        .addColumn('answer', 'text')
        .addColumn('answered_item_id', 'uuid')
        .addColumn('announced_on', 'date', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('carried_from_id', 'uuid'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['meeting_id'], table: 'meeting', onDelete: 'cascade' },
        { columns: ['answered_item_id'], table: 'agenda_item', onDelete: 'set null' },
        { columns: ['carried_from_id'], table: 'notified_question', onDelete: 'set null' },
      ],
      unique: [['meeting_id', 'position']],
    },
  );
}
