import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { emptyLogHash, hashOfPlain } from '../../src/storage/log-entry.ts';
import { createTenant } from '../../src/storage/tenant.ts';
import { type LogFault, verifyLog } from '../../src/storage/verify-log.ts';
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
  for (const table of ['log_entry', 'log_content', 'log_head'])
    await owner.query(`alter table ${table} no force row level security`);
  await owner.query('alter table log_entry disable trigger user; alter table log_content disable trigger user');
  const changed = await owner.query(statement, [...values]);
  assert.equal(changed.rowCount, 1);
  await owner.query('alter table log_entry enable trigger user; alter table log_content enable trigger user');
  for (const table of ['log_entry', 'log_content', 'log_head'])
    await owner.query(`alter table ${table} force row level security`);
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
    `update log_entry set verb = verb || ' ' where tenant_id = $1 and seq = 3`,
    { seq: '3', reason: 'content' },
  ],
  [
    'actor',
    `update log_content set actor_name = actor_name || ' ' where tenant_id = $1 and seq = 3`,
    { seq: '3', reason: 'commitment' },
  ],
  ['forgotten content', `delete from log_content where tenant_id = $1 and seq = 3`, { seq: '3', reason: 'commitment' }],
  [
    'content emptied without a decision',
    `update log_content set data = null, data_salt = null where tenant_id = $1 and seq = 3`,
    { seq: '3', reason: 'commitment' },
  ],
  [
    'commitment',
    `update log_entry set data_commitment = repeat('a', 64) where tenant_id = $1 and seq = 3`,
    { seq: '3', reason: 'content' },
  ],
  [
    'data',
    `update log_content set data = jsonb_set(data, '{after,number}', '9') where tenant_id = $1 and seq = 1`,
    { seq: '1', reason: 'commitment' },
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

const logTables = ['log_entry', 'log_content', 'log_head', 'log_erasure', 'log_tile', 'tree_head'] as const;
const strokes = [
  (table: string) => `update ${table} set tenant_id = tenant_id`,
  (table: string) => `delete from ${table}`,
  (table: string) => `truncate ${table}`,
  (table: string) => `alter table ${table} disable trigger user`,
  (table: string) => `alter table ${table} disable row level security`,
  (table: string) => `drop table ${table}`,
];

test('the application can add entries, and never change or remove one', async () => {
  const { proof } = await tenantWithLog('app', 1);
  const attempt = (statement: string) =>
    db.transact(proof, { verb: 'tamper' }, (writer) => sql.raw(statement).execute(writer.db));
  for (const table of logTables)
    for (const stroke of strokes) {
      // The number of the last entry is counted up by each transaction; what it says of the past is checked against the entries.
      if (table === 'log_head' && stroke === strokes[0]) continue;
      await assert.rejects(attempt(stroke(table)), /permission denied|must be owner/, stroke(table));
    }
  for (const made of ['tree_head', 'log_tile'])
    await assert.rejects(attempt(`insert into ${made} default values`), /permission denied/, made);
  await assert.rejects(attempt(`select set_config('session_replication_role', 'replica', true)`), /permission denied/);
});

test('not even the owner of the table changes it in passing', async () => {
  const owner = new pg.Client(connection);
  await owner.connect();
  await assert.rejects(owner.query(`update log_entry set verb = 'x'`), /append-only/);
  await assert.rejects(owner.query('truncate log_entry'), /append-only/);
  await assert.rejects(owner.query(`delete from log_content`), /append-only/);
  await assert.rejects(owner.query(`update log_content set data = '{}'`), /only be erased/);
  await assert.rejects(owner.query(`update log_content set data = null, data_salt = null`), /after a decision/);
  await owner.end();
});

test('an entry of the first format still holds, and is told beside those of the second', async () => {
  const { tenantId, verify, proof } = await tenantWithLog('old', 0);
  const at = runtime.now();
  const recordId = runtime.newId();
  const plain = {
    tenantId,
    seq: '1',
    at,
    actorId: null,
    actorName: 'Vera',
    verb: 'write',
    noun: 'trial',
    recordId,
    data: { after: 1 },
    prevHash: emptyLogHash,
  };
  const owner = new pg.Client(connection);
  await owner.connect();
  await owner.query(
    `insert into log_entry (tenant_id, seq, at, format, actor_name, verb, noun, record_id, data, prev_hash, hash)
     values ($1, 1, $2, 1, 'Vera', 'write', 'trial', $3, '{"after":1}', $4, $5)`,
    [tenantId, at, recordId, emptyLogHash, hashOfPlain(plain)],
  );
  await owner.query('update log_head set seq = 1, hash = $2 where tenant_id = $1', [tenantId, hashOfPlain(plain)]);
  await owner.end();
  await db.transact(proof, { verb: 'write' }, (writer) => writer.log({ noun: 'trial', recordId, after: 2 }));
  assert.deepEqual(await verify(), { entries: 2, fault: undefined });
  const told = await db.read(proof, (r) =>
    r.db
      .selectFrom('log_told')
      .select(['actor_name', 'data'])
      .where('tenant_id', '=', tenantId)
      .orderBy('seq')
      .execute(),
  );
  assert.deepEqual(
    told.map(({ data }) => data),
    [{ after: 1 }, { after: 2 }],
  );
  assert.equal(told[0]?.actor_name, 'Vera');
  await tamper(`update log_entry set actor_name = 'Eva' where tenant_id = $1 and seq = 1`, [tenantId]);
  assert.deepEqual((await verify()).fault, { seq: '1', reason: 'content' });
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
