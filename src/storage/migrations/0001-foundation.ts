import { type Kysely, sql } from 'kysely';
import { makeRole } from './make-role.ts';
import { guardTenantTable, tenantTable } from './tenant-table.ts';

/** Roles, tenants, the log, the outbox and idempotency keys: what every verb stands on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await makeRole(db, 'kansli_app');
  await makeRole(db, 'kansli_system');
  await sql`revoke all on schema public from public`.execute(db);
  await sql`grant usage on schema public to kansli_app, kansli_system`.execute(db);

  await sql`create function kansli_refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'table % is append-only: a correction is a new row', tg_table_name using errcode = 'KA001';
    end $$`.execute(db);

  await db.schema
    .createTable('tenant')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('organisation_number', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await guardTenantTable(db, 'tenant', { tenantColumn: 'id' });
  await sql`revoke insert, update, delete on tenant from kansli_app`.execute(db);
  await sql`grant insert on tenant to kansli_system`.execute(db);

  await tenantTable(
    db,
    'log_entry',
    (table) =>
      table
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addColumn('at', 'timestamptz', (column) => column.notNull())
        .addColumn('actor_id', 'uuid')
        .addColumn('actor_name', 'text', (column) => column.notNull())
        .addColumn('verb', 'text', (column) => column.notNull())
        .addColumn('noun', 'text', (column) => column.notNull())
        .addColumn('record_id', 'uuid', (column) => column.notNull())
        .addColumn('data', 'jsonb', (column) => column.notNull())
        .addColumn('prev_hash', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull()),
    { key: ['seq'], appendOnly: true, indexes: [['noun', 'record_id', 'seq']] },
  );

  // One row a tenant: the last entry of its chain. Locked while a transaction appends, so that the chain has no forks.
  await tenantTable(
    db,
    'log_head',
    (table) =>
      table
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull()),
    { key: [] },
  );
  await sql`revoke insert, delete on log_head from kansli_app`.execute(db);
  await sql`grant insert on log_head to kansli_system`.execute(db);

  await tenantTable(
    db,
    'outbox',
    (table) =>
      table
        .addColumn('topic', 'text', (column) => column.notNull())
        .addColumn('payload', 'jsonb', (column) => column.notNull())
        .addColumn('posted_at', 'timestamptz', (column) => column.notNull())
        .addColumn('sent_at', 'timestamptz')
        .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('next_attempt_at', 'timestamptz', (column) => column.notNull())
        .addColumn('last_error', 'text'),
    { indexes: [{ columns: ['next_attempt_at'], where: 'sent_at is null' }] },
  );
  await sql`revoke update, delete on outbox from kansli_app`.execute(db);
  await sql`grant update (sent_at, attempts, next_attempt_at, last_error) on outbox to kansli_system`.execute(db);

  await tenantTable(
    db,
    'idempotency',
    (table) =>
      table
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('verb', 'text', (column) => column.notNull())
        .addColumn('account_id', 'uuid')
        .addColumn('result', 'jsonb')
        .addColumn('at', 'timestamptz', (column) => column.notNull()),
    { key: ['key'] },
  );
  await sql`revoke delete on idempotency from kansli_app`.execute(db);

  // Jobs lie in the schema of graphile-worker, which the application role cannot reach. The tenant of the transaction is stamped on the
  // payload here, so that no verb can queue work in the name of another authority.
  await sql`create function kansli_add_job(task text, payload jsonb, job_key text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      perform graphile_worker.add_job(
        task, (payload || jsonb_build_object('tenantId', current_setting('kansli.tenant')))::json, job_key => job_key);
    end $$`.execute(db);
  await sql`revoke all on function kansli_add_job(text, jsonb, text) from public`.execute(db);
  await sql`grant execute on function kansli_add_job(text, jsonb, text) to kansli_app`.execute(db);
}
