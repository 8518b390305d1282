import { type Kysely, sql } from 'kysely';
import { oneOf, tenantTable } from './tenant-table.ts';

/**
 * Who somebody is and how it was shown: the state of accounts, the identities elsewhere that open them, second factors, what a session stands on, and
 * who acts for whom. What is read before anybody has signed in is written by the system role, table by table and column by column.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await extendAccounts(db);
  await extendSessions(db);
  await makeIdentities(db);
  await makeFactors(db);
  await tenantTable(
    db,
    'stand_in',
    (t) =>
      t
        .addColumn('giver_id', 'uuid', (c) => c.notNull())
        .addColumn('receiver_id', 'uuid', (c) => c.notNull())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('body_id', 'uuid', (c) => c.notNull())
        .addColumn('valid_from', 'date', (c) => c.notNull())
        .addColumn('valid_to', 'date', (c) => c.notNull())
        .addColumn('given_by', 'text', (c) => c.notNull())
        .addColumn('ended_at', 'timestamptz'),
    {
      versioned: true,
      foreignKeys: [
        { columns: ['giver_id'], table: 'account', onDelete: 'cascade' },
        { columns: ['receiver_id'], table: 'account', onDelete: 'cascade' },
        { columns: ['body_id'], table: 'body', onDelete: 'cascade' },
      ],
    },
  );
}

/** Whether an account is open follows from its state, and cannot be said otherwise. */
async function extendAccounts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('account')
    .addColumn('state', 'text', (c) =>
      c
        .notNull()
        .defaultTo('active')
        .check(oneOf('state', ['active', 'suspended', 'leftOffice'])),
    )
    .addColumn('state_reason', 'text')
    .addColumn('epoch', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  await sql`update account set state = 'suspended' where not active`.execute(db);
  await sql`alter table account drop column active`.execute(db);
  await sql`alter table account add column active boolean generated always as (state = 'active') stored`.execute(db);
}

/** Sessions of before know nothing of how they were opened; they end here. */
async function extendSessions(db: Kysely<unknown>): Promise<void> {
  await sql`delete from session`.execute(db);
  await db.schema
    .alterTable('session')
    .addColumn('id', 'uuid', (c) => c.notNull())
    .addColumn('method', 'text', (c) => c.notNull())
    .addColumn('two_factors', 'boolean', (c) => c.notNull())
    .addColumn('provider', 'text')
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('proved_at', 'timestamptz', (c) => c.notNull())
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .execute();
  await sql`create index session_id_idx on session (tenant_id, id)`.execute(db);
  await sql`grant update (proved_at) on session to kansli_system`.execute(db);
  await tenantTable(
    db,
    'pending_sign_in',
    (t) =>
      t
        .addColumn('token_hash', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('account_id', 'uuid')
        .addColumn('session_id', 'uuid')
        .addColumn('content', 'jsonb', (c) => c.notNull())
        .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('expires_at', 'timestamptz', (c) => c.notNull()),
    { key: ['token_hash'], foreignKeys: [{ columns: ['account_id'], table: 'account', onDelete: 'cascade' }] },
  );
  await sql`grant insert, update (tries), delete on pending_sign_in to kansli_system`.execute(db);
}

/** The person behind an identity elsewhere is known by a keyed hash alone: no identity number is kept (R-GDPR-3). */
async function makeIdentities(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'account_identity',
    (t) =>
      t
        .addColumn('account_id', 'uuid', (c) => c.notNull())
        .addColumn('provider', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('subject_hash', 'text', (c) => c.notNull())
        .addColumn('tied_by', 'text', (c) => c.notNull())
        .addColumn('tied_at', 'timestamptz', (c) => c.notNull())
        .addColumn('last_used_at', 'timestamptz'),
    {
      unique: [['provider', 'subject_hash']],
      foreignKeys: [{ columns: ['account_id'], table: 'account', onDelete: 'cascade' }],
    },
  );
  await sql`grant update (last_used_at) on account_identity to kansli_system`.execute(db);
  await tenantTable(
    db,
    'tying_code',
    (t) =>
      t
        .addColumn('code_hash', 'text', (c) => c.notNull())
        .addColumn('provider', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('subject_hash', 'text', (c) => c.notNull())
        .addColumn('expires_at', 'timestamptz', (c) => c.notNull()),
    { key: ['code_hash'] },
  );
  await sql`grant insert, delete on tying_code to kansli_system`.execute(db);
}

async function makeFactors(db: Kysely<unknown>): Promise<void> {
  const ofAccount = [{ columns: ['account_id'], table: 'account', onDelete: 'cascade' as const }];
  await tenantTable(
    db,
    'code_factor',
    (t) =>
      t
        .addColumn('account_id', 'uuid', (c) => c.notNull())
        .addColumn('sealed_secret', 'text', (c) => c.notNull())
        .addColumn('confirmed_at', 'timestamptz')
        .addColumn('last_step', 'bigint', (c) => c.notNull().defaultTo(0)),
    { key: ['account_id'], foreignKeys: ofAccount },
  );
  await sql`grant update (last_step) on code_factor to kansli_system`.execute(db);
  await tenantTable(
    db,
    'recovery_code',
    (t) =>
      t
        .addColumn('account_id', 'uuid', (c) => c.notNull())
        .addColumn('code_hash', 'text', (c) => c.notNull())
        .addColumn('used_at', 'timestamptz'),
    { key: ['account_id', 'code_hash'], foreignKeys: ofAccount },
  );
  await sql`grant update (used_at) on recovery_code to kansli_system`.execute(db);
  await tenantTable(
    db,
    'passkey',
    (t) =>
      t
        .addColumn('account_id', 'uuid', (c) => c.notNull())
        .addColumn('credential_id', 'text', (c) => c.notNull())
        .addColumn('public_key', 'text', (c) => c.notNull())
        .addColumn('counter', 'bigint', (c) => c.notNull())
        .addColumn('transports', 'text', (c) => c.notNull())
        .addColumn('label', 'text', (c) => c.notNull())
        .addColumn('made_at', 'timestamptz', (c) => c.notNull())
        .addColumn('last_used_at', 'timestamptz'),
    { unique: [['credential_id']], foreignKeys: ofAccount },
  );
  await sql`grant update (counter, last_used_at) on passkey to kansli_system`.execute(db);
}
