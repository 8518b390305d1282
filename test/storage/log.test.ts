import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import type { Writer } from '../../src/storage/database.ts';
import { type LogFault, verifyLog } from '../../src/storage/log.ts';
import { createTenant } from '../../src/storage/tenant.ts';
import { openTestDatabase } from '../support/database.ts';

const { db, authIn, connection, runtime, close } = await openTestDatabase();
after(close);

/** A tenant whose log has so many entries, two a transaction. */
async function tenantWithLog(slug: string, transactions: number) {
  const tenantId = await createTenant(db, { slug, name: slug });
  const proof = authIn(tenantId);
  for (let number = 0; number < transactions; number += 1) {
    await db.transact(proof, { verb: 'write' }, async (writer) => {
      await writer.log({
        noun: 'trial',
        recordId: runtime.newId(),
        summary: 'Å',
        after: { number, when: runtime.now() },
      });
      await writer.log({
        noun: 'trial',
        recordId: runtime.newId(),
        before: { z: 1, a: [1.5, null] },
        after: undefined,
      });
    });
  }
  return { tenantId, verify: () => db.read(proof, verifyLog), proof };
}

/** Changes the log as someone with the keys of the database could. */
async function tamper(statement: string, values: readonly unknown[]): Promise<void> {
  const owner = new pg.Client(connection);
  await owner.connect();
  await owner.query('begin');
  for (const table of ['log_entry', 'log_head']) await owner.query(`alter table ${table} no force row level security`);
  await owner.query('alter table log_entry disable trigger user');
  const changed = await owner.query(statement, [...values]);
  assert.equal(changed.rowCount, 1);
  await owner.query('alter table log_entry enable trigger user');
  for (const table of ['log_entry', 'log_head']) await owner.query(`alter table ${table} force row level security`);
  await owner.query('commit');
  await owner.end();
}

test('an untouched log holds', async () => {
  const { verify } = await tenantWithLog('hel', 3);
  assert.deepEqual(await verify(), { entries: 6, fault: undefined });
});

const alterations: readonly [name: string, statement: string, fault: LogFault][] = [
  [
    'content',
    `update log_entry set actor_name = actor_name || ' ' where tenant_id = $1 and seq = 3`,
    { seq: '3', reason: 'content' },
  ],
  [
    'data',
    `update log_entry set data = jsonb_set(data, '{after,number}', '9') where tenant_id = $1 and seq = 1`,
    { seq: '1', reason: 'content' },
  ],
  [
    'time',
    `update log_entry set at = at + interval '1 millisecond' where tenant_id = $1 and seq = 4`,
    { seq: '4', reason: 'content' },
  ],
  ['removal', `delete from log_entry where tenant_id = $1 and seq = 2`, { seq: '3', reason: 'gap' }],
  ['truncation', `delete from log_entry where tenant_id = $1 and seq = 6`, { seq: '6', reason: 'head' }],
  [
    'hash',
    `update log_entry set hash = repeat('a', 64) where tenant_id = $1 and seq = 2`,
    { seq: '2', reason: 'content' },
  ],
  [
    'link',
    `update log_entry set prev_hash = repeat('a', 64) where tenant_id = $1 and seq = 2`,
    { seq: '2', reason: 'link' },
  ],
  ['head', `update log_head set hash = repeat('a', 64) where tenant_id = $1`, { seq: '6', reason: 'head' }],
];
for (const [name, statement, fault] of alterations) {
  test(`an altered log is found: ${name}`, async () => {
    const { tenantId, verify } = await tenantWithLog(`alter-${name}`, 3);
    await tamper(statement, [tenantId]);
    assert.deepEqual((await verify()).fault, fault);
  });
}

test('the application can add entries, and never change or remove one', async () => {
  const { proof } = await tenantWithLog('app', 1);
  const attempt = (run: (writer: Writer) => Promise<unknown>) => db.transact(proof, { verb: 'tamper' }, run);
  const denied = /permission denied/;
  await assert.rejects(
    attempt((writer) => sql`update log_entry set verb = 'x'`.execute(writer.db)),
    denied,
  );
  await assert.rejects(
    attempt((writer) => sql`delete from log_entry`.execute(writer.db)),
    denied,
  );
  await assert.rejects(
    attempt((writer) => sql`truncate log_entry`.execute(writer.db)),
    denied,
  );
  await assert.rejects(
    attempt((writer) => sql`delete from log_head`.execute(writer.db)),
    denied,
  );
});

test('not even the owner of the table changes it in passing', async () => {
  const owner = new pg.Client(connection);
  await owner.connect();
  await assert.rejects(owner.query(`update log_entry set verb = 'x'`), /append-only/);
  await assert.rejects(owner.query('truncate log_entry'), /append-only/);
  await owner.end();
});

test('writers at the same time make one chain', async () => {
  const { proof, verify } = await tenantWithLog('many', 0);
  const write = () =>
    db.transact(proof, { verb: 'write' }, (writer) => writer.log({ noun: 'trial', recordId: runtime.newId() }));
  await Promise.all(Array.from({ length: 40 }, write));
  assert.deepEqual(await verify(), { entries: 40, fault: undefined });
});

test('a long log is verified page by page', async () => {
  const { proof, verify } = await tenantWithLog('long', 0);
  await db.transact(proof, { verb: 'write' }, async (writer) => {
    for (let n = 0; n < 6_000; n += 1) await writer.log({ noun: 'trial', recordId: runtime.newId(), after: { n } });
  });
  assert.deepEqual(await verify(), { entries: 6_000, fault: undefined });
});
