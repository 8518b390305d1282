import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/**
 * Answers to a consultation through a link of one's own or by a unit of the house: drafts, every answer that was sent in, files, more time, the papers
 * that were sent out, the points of the answers with what became of them (CON-10), and the way to the decision (DEC-14).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('consultation')
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('external'))
    .addColumn('working_days', 'integer')
    .addColumn('questions', 'jsonb', (c) => c.notNull().defaultTo(sql`'[]'::jsonb`))
    .addColumn('closed_on', 'date')
    .addColumn('account_published_on', 'date')
    .execute();
  await db.schema
    .alterTable('consultation_response')
    .addColumn('body_id', 'uuid')
    .addColumn('answers', 'jsonb', (c) => c.notNull().defaultTo(sql`'[]'::jsonb`))
    .addColumn('answered_by', 'text')
    .addColumn('answered_through', 'text')
    .addColumn('answer_number', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('decided_on', 'date')
    .addColumn('decision_section', 'text')
    .addColumn('meeting_id', 'uuid')
    .addColumn('extended_to', 'date')
    .addColumn('extension_reason', 'text')
    .addColumn('secrecy_level', 'text', (c) => c.notNull().defaultTo('open'))
    .addColumn('secrecy_provision', 'text')
    .execute();
  for (const [column, table] of [
    ['body_id', 'body'],
    ['meeting_id', 'meeting'],
  ]) {
    await sql`alter table consultation_response add constraint ${sql.ref(`consultation_response_${column}_fkey`)}
      foreign key (tenant_id, ${sql.ref(column!)}) references ${sql.table(table!)} (tenant_id, id)`.execute(db);
    await sql`create index ${sql.ref(`consultation_response_${column}_idx`)} on consultation_response (tenant_id, ${sql.ref(column!)})`.execute(
      db,
    );
  }
  await tenantTable(
    db,
    'consultation_link',
    (t) =>
      t
        .addColumn('token_hash', 'text', (c) => c.notNull())
        .addColumn('consultation_letter_id', 'uuid', (c) => c.notNull())
        .addColumn('made_at', 'timestamptz', (c) => c.notNull()),
    {
      key: ['token_hash'],
      appendOnly: true,
      foreignKeys: [{ columns: ['consultation_letter_id'], table: 'consultation_letter' }],
    },
  );
  await tenantTable(
    db,
    'consultation_draft',
    (t) =>
      t
        .addColumn('consultation_response_id', 'uuid', (c) => c.notNull())
        .addColumn('content', 'jsonb', (c) => c.notNull())
        .addColumn('saved_at', 'timestamptz', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1)),
    {
      key: ['consultation_response_id'],
      foreignKeys: [{ columns: ['consultation_response_id'], table: 'consultation_response', onDelete: 'cascade' }],
    },
  );
  // What was sent in stays as it was sent, also when a later answer takes its place.
  await tenantTable(
    db,
    'consultation_answer',
    (t) =>
      t
        .addColumn('consultation_response_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('sent_at', 'timestamptz', (c) => c.notNull())
        .addColumn('sent_by', 'text', (c) => c.notNull())
        .addColumn('through', 'text', (c) => c.notNull())
        .addColumn('content', 'jsonb', (c) => c.notNull()),
    {
      appendOnly: true,
      foreignKeys: [{ columns: ['consultation_response_id'], table: 'consultation_response' }],
      unique: [['consultation_response_id', 'number']],
    },
  );
  await tenantTable(
    db,
    'consultation_document',
    (t) =>
      t
        .addColumn('consultation_id', 'uuid', (c) => c.notNull())
        .addColumn('document_id', 'uuid', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull()),
    {
      key: ['consultation_id', 'document_id'],
      foreignKeys: [
        { columns: ['consultation_id'], table: 'consultation', onDelete: 'cascade' },
        { columns: ['document_id'], table: 'document', onDelete: 'cascade' },
      ],
    },
  );
  await tenantTable(
    db,
    'consultation_attachment',
    (t) =>
      t
        .addColumn('consultation_response_id', 'uuid', (c) => c.notNull())
        .addColumn('file_name', 'text', (c) => c.notNull())
        .addColumn('media_type', 'text', (c) => c.notNull())
        .addColumn('size', 'integer', (c) => c.notNull())
        .addColumn('sha256', 'text', (c) => c.notNull())
        .addColumn('added_at', 'timestamptz', (c) => c.notNull())
        .addColumn('sent', 'boolean', (c) => c.notNull().defaultTo(false)),
    {
      foreignKeys: [{ columns: ['consultation_response_id'], table: 'consultation_response', onDelete: 'cascade' }],
      unique: [['consultation_response_id', 'sha256']],
    },
  );
  await tenantTable(
    db,
    'consultation_point',
    (t) =>
      t
        .addColumn('consultation_id', 'uuid', (c) => c.notNull())
        .addColumn('consultation_response_id', 'uuid', (c) => c.notNull())
        .addColumn('words', 'text', (c) => c.notNull())
        .addColumn('theme', 'text')
        .addColumn('outcome', 'text')
        .addColumn('reason', 'text')
        .addColumn('changed_noun', 'text')
        .addColumn('changed_id', 'uuid')
        .addColumn('changed_in', 'text')
        .addColumn('from_text', 'text')
        .addColumn('to_text', 'text'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['consultation_id'], table: 'consultation', onDelete: 'cascade' },
        { columns: ['consultation_response_id'], table: 'consultation_response', onDelete: 'cascade' },
      ],
    },
  );
  await tenantTable(
    db,
    'consultation_step',
    (t) =>
      t
        .addColumn('consultation_id', 'uuid', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('planned_on', 'date', (c) => c.notNull())
        .addColumn('body_id', 'uuid')
        .addColumn('meeting_id', 'uuid')
        .addColumn('passed_on', 'date'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['consultation_id'], table: 'consultation', onDelete: 'cascade' },
        { columns: ['body_id'], table: 'body' },
        { columns: ['meeting_id'], table: 'meeting' },
      ],
    },
  );
}
