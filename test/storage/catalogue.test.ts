import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { openTestDatabase } from '../support/database.ts';
import { findBreaches, tablesOfTheHouse, tenantTables } from './catalogue-rules.ts';

const { connection, close } = await openTestDatabase();
const client = new pg.Client(connection);
await client.connect();
after(async () => {
  await client.end();
  await close();
});

test('every table keeps authorities apart', async () => {
  assert.deepEqual(await findBreaches(client), []);
});

test('the list of exceptions names only tables that exist', async () => {
  const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class where relkind = 'r'`);
  const names = rows.map((row) => row.name);
  for (const name of Object.keys(tablesOfTheHouse)) assert.ok(names.includes(name), `${name} is not a table`);
});

/** Each bad table, and the sentence that must be heard of it. */
const badThings: readonly [what: string, made: string, heard: RegExp][] = [
  [
    'a table without anything',
    'create table bad (id uuid primary key)',
    /bad: the primary key bad_pkey does not begin with tenant_id/,
  ],
  [
    'one without row-level security',
    'create table bad (tenant_id uuid primary key)',
    /bad: row-level security is not enabled/,
  ],
  [
    'one whose owner may look',
    'alter table log_entry no force row level security',
    /log_entry: row-level security is not forced/,
  ],
  [
    'a key across authorities',
    'create unique index bad on outbox (topic)',
    /outbox: the unique key bad does not begin with tenant_id/,
  ],
  [
    'an index across authorities',
    'create index bad on outbox (topic)',
    /outbox: the index key bad does not begin with tenant_id/,
  ],
  [
    'a reference into another authority',
    'alter table outbox add unique (tenant_id, id); alter table idempotency add extra uuid; alter table idempotency add constraint bad foreign key (extra) references tenant (id)',
    /idempotency: the foreign key bad to tenant does not carry the tenant first/,
  ],
  [
    'a policy for everything',
    'create policy bad on outbox to kansli_app using (true)',
    /outbox: the policy for kansli_app is not/,
  ],
  ['a policy for everybody', 'create policy bad on outbox using (true)', /outbox: the policy for everybody is not/],
  [
    'a log that can be changed',
    'grant update on log_entry to kansli_app',
    /log_entry: kansli_app may INSERT, SELECT, UPDATE; expected is INSERT, SELECT/,
  ],
  [
    'a log without its trigger',
    'drop trigger log_entry_append_only on log_entry; grant truncate on log_entry to kansli_app',
    /log_entry: kansli_app may INSERT, SELECT, TRUNCATE/,
  ],
  [
    'a system role that may write records',
    'grant update (hash) on log_head to kansli_system',
    /log_head: kansli_system may INSERT, SELECT, UPDATE\(hash\)/,
  ],
  ['a table open to all', 'grant select on outbox to public', /outbox: something is granted to everybody/],
  [
    'a view that looks past the wall',
    'create view bad as select * from log_entry',
    /bad: a view sees past row-level security/,
  ],
  [
    'a function with the rights of its owner',
    `create function bad() returns int language sql security definer as 'select 1'`,
    /bad\(\): runs as its owner and is not on the list/,
  ],
];
for (const [what, made, heard] of badThings) {
  test(`it is reported: ${what}`, async () => {
    await client.query('begin');
    try {
      await client.query(made);
      assert.match((await findBreaches(client)).join('\n'), heard);
    } finally {
      await client.query('rollback');
    }
  });
}

test('every table could be spread over servers by authority', async () => {
  // PostgreSQL refuses to partition a table by tenant_id when one of its unique keys lacks it, which is what Citus asks for, too.
  await client.query('begin');
  try {
    for (const table of await tenantTables(client)) {
      await client.query(
        `create table "spread_${table}" (like "${table}" including defaults including indexes) partition by hash (tenant_id)`,
      );
    }
    await client.query('create table lonely (id uuid primary key, tenant_id uuid)');
    await assert.rejects(
      client.query('create table spread_lonely (like lonely including indexes) partition by hash (tenant_id)'),
      /must include all partitioning columns/,
    );
  } finally {
    await client.query('rollback');
  }
});
