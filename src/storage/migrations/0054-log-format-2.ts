import { type Kysely, sql } from 'kysely';
import { oneOf, tenantTable } from './tenant-table.ts';

/**
 * Format 2 of the log: what was done and by whom moves beside the chain, behind salted commitments, so that it can be erased without breaking
 * it. Entries of format 1 stay as they are. Besides: the tiles and signed heads of the tree over each log, and the exchange of heads with
 * witnesses.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table log_entry
    add column format smallint not null default 1,
    add column actor_commitment text,
    add column data_commitment text,
    alter column actor_name drop not null,
    alter column data drop not null,
    add constraint log_entry_format_check check (
      (format = 1 and actor_name is not null and data is not null and actor_commitment is null and data_commitment is null) or
      (format = 2 and actor_name is null and actor_id is null and data is null
        and actor_commitment is not null and data_commitment is not null))`.execute(db);

  await tenantTable(
    db,
    'log_erasure',
    (table) =>
      table
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addColumn('part', 'text', (column) => column.notNull().check(oneOf('part', ['actor', 'data'])))
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('decided_at', 'timestamptz', (column) => column.notNull()),
    { key: ['seq', 'part'], appendOnly: true },
  );
  await tenantTable(
    db,
    'log_content',
    (table) =>
      table
        .addColumn('seq', 'bigint', (column) => column.notNull())
        .addColumn('actor_id', 'uuid')
        .addColumn('actor_name', 'text')
        .addColumn('actor_salt', 'text')
        .addColumn('data', 'jsonb')
        .addColumn('data_salt', 'text'),
    // No foreign key: entries are never removed, each is written together with its content, and who checks the log finds what is missing.
    { key: ['seq'] },
  );
  await guardContent(db);
  await tellEntries(db);
  await keepHeads(db);
  await knowWitnesses(db);
}

/** Content is added with its entry and changes in one way only: a part that was decided to go becomes empty, with its salt. */
async function guardContent(db: Kysely<unknown>): Promise<void> {
  await sql`revoke update, delete on log_content from kansli_app`.execute(db);
  await sql`grant update (actor_id, actor_name, actor_salt, data, data_salt) on log_content to kansli_system`.execute(
    db,
  );
  await sql`create function kansli_guard_log_content() returns trigger language plpgsql as $$
    declare
      actor_same boolean := (new.actor_id, new.actor_name, new.actor_salt) is not distinct from (old.actor_id, old.actor_name, old.actor_salt);
      data_same boolean := (new.data, new.data_salt) is not distinct from (old.data, old.data_salt);
    begin
      if (new.tenant_id, new.seq) is distinct from (old.tenant_id, old.seq)
        or not (actor_same or (num_nonnulls(new.actor_id, new.actor_name, new.actor_salt) = 0
          and exists (select 1 from log_erasure e where (e.tenant_id, e.seq, e.part) = (old.tenant_id, old.seq, 'actor'))))
        or not (data_same or (num_nonnulls(new.data, new.data_salt) = 0
          and exists (select 1 from log_erasure e where (e.tenant_id, e.seq, e.part) = (old.tenant_id, old.seq, 'data'))))
      then
        raise exception 'the content of a log entry can only be erased, and only after a decision' using errcode = 'KA001';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger log_content_guard before update on log_content
    for each row execute function kansli_guard_log_content()`.execute(db);
  await sql`create trigger log_content_kept before delete or truncate on log_content
    for each statement execute function kansli_refuse_change()`.execute(db);
}

/** Entries of both formats with their text, for whoever reads history. */
async function tellEntries(db: Kysely<unknown>): Promise<void> {
  await sql`create view log_told with (security_invoker = true) as
    select entry.tenant_id, entry.seq, entry.at, entry.format,
      coalesce(content.actor_id, entry.actor_id) as actor_id, coalesce(content.actor_name, entry.actor_name) as actor_name,
      entry.verb, entry.noun, entry.record_id, coalesce(content.data, entry.data) as data, entry.prev_hash, entry.hash
    from log_entry entry left join log_content content on content.tenant_id = entry.tenant_id and content.seq = entry.seq`.execute(
    db,
  );
  await sql`revoke all on log_told from public`.execute(db);
  await sql`grant select on log_told to kansli_app, kansli_system`.execute(db);
  // The page of the log lists the newest first and filters by who did what.
  await sql`create index log_entry_tenant_id_verb_seq_idx on log_entry (tenant_id, verb, seq)`.execute(db);
}

async function keepHeads(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'log_tile',
    (table) =>
      table
        .addColumn('tile', 'bigint', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull()),
    { key: ['tile'], appendOnly: true },
  );
  await tenantTable(
    db,
    'tree_head',
    (table) =>
      table
        .addColumn('size', 'bigint', (column) => column.notNull())
        .addColumn('root', 'text', (column) => column.notNull())
        .addColumn('chain', 'text', (column) => column.notNull())
        .addColumn('signed_at', 'timestamptz', (column) => column.notNull())
        .addColumn('key_name', 'text', (column) => column.notNull())
        .addColumn('public_key', 'text', (column) => column.notNull())
        .addColumn('note', 'text', (column) => column.notNull()),
    { key: ['size'], appendOnly: true },
  );
  for (const table of ['log_tile', 'tree_head']) await byTheHouse(db, table);
}

async function knowWitnesses(db: Kysely<unknown>): Promise<void> {
  await tenantTable(
    db,
    'witness',
    (table) =>
      table
        .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', ['neighbour', 'address'])))
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('neighbour_id', 'uuid', (column) => column.references('tenant.id'))
        .addColumn('address', 'text')
        .addColumn('key', 'text')
        .addColumn('added_at', 'timestamptz', (column) => column.notNull())
        .addColumn('last_asked_at', 'timestamptz')
        .addColumn('last_agreed_at', 'timestamptz')
        .addColumn('refusal', 'text')
        .addCheckConstraint(
          'witness_place_check',
          sql`(kind = 'neighbour' and neighbour_id is not null) or (kind = 'address' and address is not null and key is not null)`,
        ),
    { versioned: true, unique: [['name']] },
  );
  await sql`grant update (last_asked_at, last_agreed_at, refusal) on witness to kansli_system`.execute(db);
  await tenantTable(
    db,
    'head_cosignature',
    (table) =>
      table
        .addColumn('size', 'bigint', (column) => column.notNull())
        .addColumn('witness_name', 'text', (column) => column.notNull())
        .addColumn('signed_at', 'timestamptz', (column) => column.notNull())
        .addColumn('cosignature', 'text', (column) => column.notNull()),
    {
      key: ['size', 'witness_name'],
      appendOnly: true,
      foreignKeys: [{ columns: ['size'], table: 'tree_head', references: ['size'] }],
    },
  );
  await tenantTable(
    db,
    'watched_log',
    (table) =>
      table
        .addColumn('origin', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('added_at', 'timestamptz', (column) => column.notNull()),
    { versioned: true, unique: [['origin']] },
  );
  await sql`grant insert on watched_log to kansli_system`.execute(db);
  await tenantTable(
    db,
    'watched_head',
    (table) =>
      table
        .addColumn('watched_log_id', 'uuid', (column) => column.notNull())
        .addColumn('size', 'bigint', (column) => column.notNull())
        .addColumn('root', 'text', (column) => column.notNull())
        .addColumn('note', 'text', (column) => column.notNull())
        .addColumn('received_at', 'timestamptz', (column) => column.notNull()),
    {
      key: ['watched_log_id', 'size'],
      appendOnly: true,
      foreignKeys: [{ columns: ['watched_log_id'], table: 'watched_log' }],
    },
  );
  await tenantTable(
    db,
    'watched_fault',
    (table) =>
      table
        .addColumn('watched_log_id', 'uuid', (column) => column.notNull())
        .addColumn('kind', 'text', (column) =>
          column.notNull().check(oneOf('kind', ['rolledBack', 'forked', 'unproved'])),
        )
        .addColumn('size', 'bigint', (column) => column.notNull())
        .addColumn('note', 'text', (column) => column.notNull())
        .addColumn('received_at', 'timestamptz', (column) => column.notNull()),
    {
      appendOnly: true,
      unique: [['watched_log_id', 'kind', 'size']],
      foreignKeys: [{ columns: ['watched_log_id'], table: 'watched_log' }],
    },
  );
  await tenantTable(
    db,
    'log_alarm',
    (table) =>
      table
        .addColumn('kind', 'text', (column) =>
          column
            .notNull()
            .check(oneOf('kind', ['storedDiffers', 'witnessRefused', 'witnessSilent', 'watchedContradicts'])),
        )
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('detail', 'text', (column) => column.notNull())
        .addColumn('raised_at', 'timestamptz', (column) => column.notNull())
        .addColumn('settled_at', 'timestamptz')
        .addColumn('settled_by', 'text')
        .addColumn('settlement', 'text'),
    { versioned: true, unique: [{ columns: ['kind', 'subject'], where: 'settled_at is null' }] },
  );
  await sql`grant insert on log_alarm to kansli_system`.execute(db);
  for (const table of ['head_cosignature', 'watched_head', 'watched_fault']) await byTheHouse(db, table);
}

/** Written by the house itself when it signs and exchanges heads, never by a verb that somebody asked for. */
async function byTheHouse(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`revoke insert on ${sql.table(table)} from kansli_app`.execute(db);
  await sql`grant insert on ${sql.table(table)} to kansli_system`.execute(db);
}
