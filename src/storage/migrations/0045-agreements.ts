import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/**
 * What an agreement is made of beside its term (AGR-01…11): its text in versions, its parties with the decision of each, what a source claims of
 * decisions nobody has shown yet, and the plan by which it is carried out.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('agreement')
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('agreement'))
    .addColumn('state', 'text', (c) => c.notNull().defaultTo('decided'))
    .addColumn('state_reason', 'text')
    .addColumn('body_id', 'uuid')
    .addColumn('purpose', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('scope', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('area', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('diary_number', 'text')
    .addColumn('starts_when', 'text', (c) => c.notNull().defaultTo('onDay'))
    .addColumn('renew_months', 'integer')
    .addColumn('alarm_months', 'jsonb', (c) => c.notNull().defaultTo(sql`'[12, 6, 3]'::jsonb`))
    .addColumn('predecessor_id', 'uuid')
    .addColumn('predecessor_told', 'text')
    .addColumn('signed_on', 'text')
    .addColumn('changes', 'jsonb', (c) => c.notNull().defaultTo(sql`'[]'::jsonb`))
    .addColumn('plan_told', 'text')
    .addColumn('notice_given_on', 'date')
    .addColumn('notice_given_by', 'text')
    .addColumn('notice_ends_on', 'date')
    .execute();
  // Without the second net for the length of a statement: the owner of the tables belongs to no authority and would see no row of any.
  await sql`alter table agreement no force row level security`.execute(db);
  await sql`update agreement set state = 'draft' where not decided`.execute(db);
  await sql`alter table agreement force row level security`.execute(db);
  await sql`alter table agreement drop column decided`.execute(db);
  await sql`alter table agreement
    add constraint agreement_body_id_fkey foreign key (tenant_id, body_id) references body (tenant_id, id),
    add constraint agreement_predecessor_id_fkey foreign key (tenant_id, predecessor_id)
      references agreement (tenant_id, id) on delete set null (predecessor_id)`.execute(db);
  await sql`create index agreement_body_id_idx on agreement (tenant_id, body_id)`.execute(db);
  await sql`create index agreement_predecessor_id_idx on agreement (tenant_id, predecessor_id)`.execute(db);
  await sql`create index agreement_state_idx on agreement (tenant_id, state)`.execute(db);
  await textVersions(db);
  await parties(db);
  const ofAgreement = { columns: ['agreement_id'], table: 'agreement', onDelete: 'cascade' } as const;
  await tenantTable(
    db,
    'agreement_step',
    (t) =>
      t
        .addColumn('agreement_id', 'uuid', (c) => c.notNull())
        .addColumn('what', 'text', (c) => c.notNull())
        .addColumn('responsible', 'text', (c) => c.notNull())
        .addColumn('agreement_party_id', 'uuid')
        .addColumn('due_on', 'date')
        .addColumn('done_on', 'date')
        .addColumn('note', 'text', (c) => c.notNull()),
    {
      versioned: true,
      foreignKeys: [ofAgreement, { columns: ['agreement_party_id'], table: 'agreement_party', onDelete: 'cascade' }],
      indexes: [{ columns: ['due_on'], where: 'done_on is null' }],
    },
  );
}

async function textVersions(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'agreement_version',
    (t) =>
      t
        .addColumn('agreement_id', 'uuid', (c) => c.notNull())
        .addColumn('number', 'integer', (c) => c.notNull())
        .addColumn('label', 'text', (c) => c.notNull())
        .addColumn('agreement_text', 'text', (c) => c.notNull())
        .addColumn('document_id', 'uuid')
        .addColumn('made_on', 'date', (c) => c.notNull())
        .addColumn('fixed_on', 'date'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['agreement_id'], table: 'agreement', onDelete: 'cascade' },
        { columns: ['document_id'], table: 'document' },
      ],
      unique: [['agreement_id', 'number']],
    },
  );
  // What was decided stands: the text that principals decided on is never written over, by nobody.
  await sql`create function kansli_refuse_decided_agreement_text() returns trigger language plpgsql as $$
    begin
      if old.fixed_on is not null then
        raise exception 'the text of the agreement is decided: a change is a new agreement' using errcode = 'KA001';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger agreement_version_decided before update on agreement_version
    for each row execute function kansli_refuse_decided_agreement_text()`.execute(db);
}

async function parties(db: Kysely<unknown>): Promise<void> {
  const ofAgreement = { columns: ['agreement_id'], table: 'agreement', onDelete: 'cascade' } as const;
  await tenantTable(
    db,
    'agreement_party',
    (t) =>
      t
        .addColumn('agreement_id', 'uuid', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('body_id', 'uuid')
        .addColumn('members', 'integer', (c) => c.notNull().defaultTo(1))
        .addColumn('decides', 'boolean', (c) => c.notNull())
        .addColumn('signed_on', 'date'),
    {
      versioned: true,
      foreignKeys: [ofAgreement, { columns: ['body_id'], table: 'body' }],
      unique: [['agreement_id', 'name']],
    },
  );
  await tenantTable(
    db,
    'agreement_claim',
    (t) =>
      t
        .addColumn('agreement_id', 'uuid', (c) => c.notNull())
        .addColumn('principals', 'integer')
        .addColumn('words', 'text', (c) => c.notNull())
        .addColumn('settled_on', 'date'),
    { versioned: true, foreignKeys: [ofAgreement], unique: [['agreement_id', 'words']] },
  );
  await tenantTable(
    db,
    'agreement_decision',
    (t) =>
      t
        .addColumn('agreement_id', 'uuid', (c) => c.notNull())
        .addColumn('agreement_party_id', 'uuid', (c) => c.notNull())
        .addColumn('outcome', 'text', (c) => c.notNull())
        .addColumn('basis', 'text', (c) => c.notNull())
        .addColumn('decided_by', 'text', (c) => c.notNull())
        .addColumn('decided_on', 'date')
        .addColumn('diary_number', 'text')
        .addColumn('remarks', 'text', (c) => c.notNull())
        .addColumn('decision_id', 'uuid')
        .addColumn('document_id', 'uuid')
        .addColumn('agreement_claim_id', 'uuid'),
    {
      versioned: true,
      foreignKeys: [
        ofAgreement,
        { columns: ['agreement_party_id'], table: 'agreement_party', onDelete: 'cascade' },
        { columns: ['decision_id'], table: 'decision', onDelete: 'set null' },
        { columns: ['document_id'], table: 'document' },
        { columns: ['agreement_claim_id'], table: 'agreement_claim', onDelete: 'set null' },
      ],
      unique: [['agreement_party_id']],
    },
  );
}
