import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** A return that is worked on here: who answers which section until when, what was asked about an answer, and the files that go with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'national_report',
    (t) =>
      t
        .addColumn('form_response_id', 'uuid', (c) => c.notNull())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('year', 'integer', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('receiver', 'text', (c) => c.notNull())
        .addColumn('due_on', 'date', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('started_by', 'text', (c) => c.notNull())
        .addColumn('started_at', 'timestamptz', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['form_response_id'], table: 'form_response' },
        { columns: ['body_id'], table: 'body' },
      ],
      unique: [['form_response_id'], ['title', 'year']],
    },
  );
  await tenantTable(
    db,
    'national_report_section',
    (t) =>
      t
        .addColumn('report_id', 'uuid', (c) => c.notNull())
        .addColumn('section_code', 'text', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('unit_body_id', 'uuid')
        .addColumn('due_on', 'date')
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('ready_by', 'text')
        .addColumn('ready_at', 'timestamptz')
        .addColumn('reminded_on', 'date')
        .addColumn('reminders', 'integer', (c) => c.notNull().defaultTo(0)),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['report_id'], table: 'national_report' },
        { columns: ['unit_body_id'], table: 'body' },
      ],
      unique: [['report_id', 'section_code']],
    },
  );
  await tenantTable(
    db,
    'national_report_responsible',
    (t) => t.addColumn('section_id', 'uuid', (c) => c.notNull()).addColumn('account_id', 'uuid', (c) => c.notNull()),
    {
      key: ['section_id', 'account_id'],
      foreignKeys: [
        { columns: ['section_id'], table: 'national_report_section', onDelete: 'cascade' },
        { columns: ['account_id'], table: 'account' },
      ],
    },
  );
  await tenantTable(
    db,
    'national_report_remark',
    (t) =>
      t
        .addColumn('report_id', 'uuid', (c) => c.notNull())
        .addColumn('question_code', 'text', (c) => c.notNull())
        .addColumn('reply_to_id', 'uuid')
        .addColumn('remark_text', 'text', (c) => c.notNull())
        .addColumn('made_by', 'text', (c) => c.notNull())
        .addColumn('made_at', 'timestamptz', (c) => c.notNull())
        .addColumn('settled_by', 'text')
        .addColumn('settled_at', 'timestamptz'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['report_id'], table: 'national_report' },
        { columns: ['reply_to_id'], table: 'national_report_remark' },
      ],
      indexes: [['report_id', 'question_code']],
    },
  );
  await tenantTable(
    db,
    'national_report_attachment',
    (t) =>
      t
        .addColumn('report_id', 'uuid', (c) => c.notNull())
        .addColumn('question_code', 'text', (c) => c.notNull())
        .addColumn('document_id', 'uuid', (c) => c.notNull())
        .addColumn('added_by', 'text', (c) => c.notNull())
        .addColumn('added_at', 'timestamptz', (c) => c.notNull()),
    {
      foreignKeys: [
        { columns: ['report_id'], table: 'national_report' },
        { columns: ['document_id'], table: 'document' },
      ],
      unique: [['report_id', 'question_code', 'document_id']],
    },
  );
  await guardAttachments(db);
}

/** The second net below the verbs: what was enclosed with answers that are approved stays enclosed, and nothing comes to it. */
async function guardAttachments(db: Kysely<unknown>): Promise<void> {
  await sql`create function keep_frozen_attachment() returns trigger language plpgsql as $$
    declare
      row_of jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
    begin
      if exists (
        select 1 from national_report report join form_response response
          on response.tenant_id = report.tenant_id and response.id = report.form_response_id
        where report.tenant_id = (row_of ->> 'tenant_id')::uuid and report.id = (row_of ->> 'report_id')::uuid
          and response.frozen_at is not null
      ) then
        raise exception 'the answers are frozen: their attachments cannot change' using errcode = 'restrict_violation';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$`.execute(db);
  await sql`create trigger national_report_attachment_keep before insert or update or delete on national_report_attachment
    for each row execute function keep_frozen_attachment()`.execute(db);
}
