import { type Kysely, sql } from 'kysely';
import { oneOf, tenantTable } from './tenant-table.ts';

/**
 * Programs: the keys with which they act for a person, the addresses that are told of what happens, and the indexes by which open data follows from a
 * meeting to its minutes and from a paper to the items that deal with it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'api_token',
    (t) =>
      t
        .addColumn('account_id', 'uuid', (c) => c.notNull())
        .addColumn('token_hash', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('scopes', sql`text[]`, (c) => c.notNull())
        .addColumn('epoch', 'integer', (c) => c.notNull())
        .addColumn('made_at', 'timestamptz', (c) => c.notNull())
        .addColumn('expires_at', 'timestamptz', (c) => c.notNull())
        .addColumn('last_used_at', 'timestamptz')
        .addColumn('ended_at', 'timestamptz'),
    {
      unique: [['token_hash']],
      foreignKeys: [{ columns: ['account_id'], table: 'account', onDelete: 'cascade' }],
    },
  );
  await sql`grant update (last_used_at) on api_token to kansli_system`.execute(db);

  await tenantTable(
    db,
    'webhook',
    (t) =>
      t
        .addColumn('address', 'text', (c) => c.notNull())
        .addColumn('events', sql`text[]`, (c) => c.notNull())
        .addColumn('sealed_secret', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull().check(oneOf('state', ['active', 'paused', 'stopped'])))
        .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('registered_by', 'text', (c) => c.notNull()),
    { versioned: true },
  );
  await tenantTable(
    db,
    'webhook_delivery',
    (t) =>
      t
        .addColumn('webhook_id', 'uuid', (c) => c.notNull())
        .addColumn('message_id', 'uuid', (c) => c.notNull())
        .addColumn('event', 'text', (c) => c.notNull())
        .addColumn('attempt', 'integer', (c) => c.notNull())
        .addColumn('at', 'timestamptz', (c) => c.notNull())
        .addColumn('status', 'integer')
        .addColumn('failure', 'text'),
    {
      foreignKeys: [{ columns: ['webhook_id'], table: 'webhook', onDelete: 'cascade' }],
      indexes: [['webhook_id', 'at']],
    },
  );

  await sql`create index pub_record_minutes on pub.record (tenant_id, (data->>'meetingId')) where noun = 'minutes'`.execute(
    db,
  );
  await sql`create index pub_record_items on pub.record using gin (data jsonb_path_ops) where noun = 'meeting'`.execute(
    db,
  );
}
