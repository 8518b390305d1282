import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { tenantTable } from '../../src/storage/migrations/tenant-table.ts';
import { createTenant, listTenants } from '../../src/storage/tenant.ts';
import { openTestDatabase } from '../support/database.ts';
import { tenantTables } from './catalogue-rules.ts';

const { db, auth, authIn, connection, runtime, tenantId, close } = await openTestDatabase();
const owner = new pg.Client(connection);
await owner.connect();
after(async () => {
  await owner.end();
  await close();
});
const otherTenant = await createTenant(db, { slug: 'annan', name: 'Andra regionen' });

for (const proof of [auth(), authIn(otherTenant)]) {
  await db.transact(proof, { verb: 'fill', idempotencyKey: `key-${proof.tenantId}` }, async (writer) => {
    await writer.log({ noun: 'trial', recordId: runtime.newId() });
    await writer.post('letter', {});
  });
}
const filled = ['log_entry', 'log_content', 'log_head', 'outbox', 'idempotency'];

test('a reader sees the rows of its own authority, in every table', async () => {
  for (const table of await tenantTables(owner)) {
    const tenants = await db.read(auth(), async (reader) => {
      const found = await sql<{ tenant_id: string }>`select distinct tenant_id from ${sql.table(table)}`.execute(
        reader.db as never,
      );
      return found.rows.map((row) => row.tenant_id);
    });
    assert.deepEqual(tenants, filled.includes(table) ? [tenantId] : [], table);
  }
});

test('a reader of one authority does not see that others exist', async () => {
  const seen = await db.read(auth(), (reader) => reader.db.selectFrom('tenant').select('id').execute());
  assert.deepEqual(seen, [{ id: tenantId }]);
  const all = await listTenants(db);
  assert.deepEqual(all.map((tenant) => tenant.id).sort(), [tenantId, otherTenant].sort());
});

test('a writer cannot put a row into another authority', async () => {
  const smuggle = db.transact(auth(), { verb: 'smuggle' }, async (writer) => {
    await writer.log({ noun: 'trial', recordId: runtime.newId() });
    await writer.db
      .insertInto('idempotency')
      .values({ tenant_id: otherTenant, key: 'x', verb: 'x', account_id: null, result: null, at: runtime.now() })
      .execute();
  });
  await assert.rejects(smuggle, /row-level security/);
});

test('a writer changes nothing in another authority', async () => {
  await assert.rejects(
    db.transact(auth(), { verb: 'reach' }, async (writer) => {
      const reached = await writer.db
        .updateTable('log_head')
        .set({ hash: '' })
        .where('tenant_id', '=', otherTenant)
        .executeTakeFirst();
      assert.equal(reached.numUpdatedRows, 0n);
    }),
    /wrote nothing in the log/,
  );
});

test('the same key may be used in two authorities and tells nothing of the other', async () => {
  const act = (proof: ReturnType<typeof auth>) =>
    db.transact(proof, { verb: 'same', idempotencyKey: 'the-same' }, async (writer) => {
      await writer.log({ noun: 'trial', recordId: runtime.newId() });
      return proof.tenantId;
    });
  assert.equal(await act(auth()), tenantId);
  assert.equal(await act(authIn(otherTenant)), otherTenant);
});

test('without a tenant nothing is seen: it fails', async () => {
  await owner.query('begin');
  await owner.query('set local role kansli_app');
  await assert.rejects(owner.query('select * from log_entry'), /unrecognized configuration parameter "kansli.tenant"/);
  await owner.query('rollback');

  // After a transaction the setting is the empty text, not absent.
  await owner.query(`begin; select set_config('kansli.tenant', '${tenantId}', true); commit`);
  await owner.query('begin');
  await owner.query('set local role kansli_app');
  await assert.rejects(owner.query('select * from log_entry'), /invalid input syntax for type uuid/);
  await owner.query('rollback');
});

test('a transaction leaves no role and no tenant on its connection', async () => {
  await db.read(auth(), async () => {});
  const rows = await Promise.all(
    Array.from({ length: 10 }, () =>
      db.pool.query(`select current_user = session_user as same, current_setting('kansli.tenant', true) as tenant`),
    ),
  );
  for (const {
    rows: [left],
  } of rows) {
    assert.equal(left.same, true);
    assert.ok(left.tenant === null || left.tenant === '');
  }
});

test('the system door is as narrow as its purpose', async () => {
  await assert.rejects(
    db.system('findTenant', (system) =>
      // @ts-expect-error -- a reading purpose has no deleteFrom
      system.deleteFrom('tenant').execute(),
    ),
    /read-only transaction/,
  );
  await assert.rejects(
    db.system('createTenant', (system) => system.updateTable('tenant').set({ name: 'x' }).execute()),
    /permission denied/,
  );
  await assert.rejects(
    db.system('relay', (system) => system.updateTable('log_head').set({ hash: '' }).execute()),
    /permission denied/,
  );
});

test('a table of the migrations refuses a reference into another authority, and what it says it refuses', async () => {
  const pool = new pg.Pool(connection);
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  await tenantTable(kysely, 'shelf', (t) => t.addColumn('name', 'text', (c) => c.notNull()), {
    versioned: true,
    unique: [['name']],
  });
  await tenantTable(
    kysely,
    'binder',
    (t) => t.addColumn('shelf_id', 'uuid').addColumn('label', 'text', (c) => c.notNull()),
    {
      appendOnly: true,
      foreignKeys: [{ columns: ['shelf_id'], table: 'shelf' }],
      indexes: [['label']],
    },
  );
  const [shelf, theirs] = [runtime.newId(), runtime.newId()];
  const insert = (tenant: string, id: string, name: string) =>
    pool.query('insert into shelf (tenant_id, id, name) values ($1, $2, $3)', [tenant, id, name]);
  await kysely.transaction().execute(async (transaction) => {
    for (const table of ['shelf', 'binder'])
      await sql`alter table ${sql.table(table)} no force row level security`.execute(transaction);
  });
  await insert(tenantId, shelf, 'A');
  await insert(otherTenant, theirs, 'A');
  await assert.rejects(insert(tenantId, runtime.newId(), 'A'), /shelf_name_key/);
  const place = (on: string) =>
    pool.query('insert into binder (tenant_id, id, shelf_id, label) values ($1, $2, $3, $4)', [
      tenantId,
      runtime.newId(),
      on,
      'x',
    ]);
  await assert.rejects(place(theirs), /binder_shelf_id_fkey/);
  await place(shelf);
  await assert.rejects(pool.query(`update binder set label = 'y'`), /append-only/);
  await kysely.destroy();
});
