import { type Kysely, sql } from 'kysely';
import { tenantTable } from './tenant-table.ts';

/** Accounts, the roles they hold, and sessions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'account',
    (t) =>
      t
        .addColumn('login', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('email', 'text')
        .addColumn('phone', 'text')
        .addColumn('password_hash', 'text')
        .addColumn('language', 'text', (c) => c.notNull().defaultTo('sv'))
        .addColumn('active', 'boolean', (c) => c.notNull().defaultTo(true)),
    { versioned: true, unique: [['login']] },
  );
  await tenantTable(
    db,
    'session',
    (t) =>
      t
        .addColumn('token_hash', 'text', (c) => c.notNull())
        .addColumn('account_id', 'uuid', (c) => c.notNull())
        .addColumn('csrf_token', 'text', (c) => c.notNull())
        .addColumn('created_at', 'timestamptz', (c) => c.notNull())
        .addColumn('last_seen_at', 'timestamptz', (c) => c.notNull())
        .addColumn('expires_at', 'timestamptz', (c) => c.notNull()),
    { key: ['token_hash'], foreignKeys: [{ columns: ['account_id'], table: 'account', onDelete: 'cascade' }] },
  );
  // A session is made before anybody is known, so the door `keepSession` writes it, and nothing else than it.
  await sql`grant insert, update (last_seen_at), delete on session to kansli_system`.execute(db);
}
