import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { AppError } from '../../src/kernel/errors.ts';
import type { Reader, Writer } from '../../src/storage/database.ts';
import { verifyLog } from '../../src/storage/verify-log.ts';
import { expectVersion } from '../../src/storage/version.ts';
import { openTestDatabase } from '../support/database.ts';

const { db, connection, auth, authIn, runtime, close } = await openTestDatabase();
after(close);

const note = () => ({ noun: 'trial', recordId: runtime.newId(), after: { kept: true } });
const countLog = () =>
  db.read(auth(), async (reader) => {
    const { entries, fault } = await verifyLog(reader);
    assert.equal(fault, undefined);
    return entries;
  });

test('a reader cannot write, neither by its type nor in its transaction', async () => {
  await assert.rejects(
    db.read(auth(), async (reader: Reader) => {
      // @ts-expect-error -- a reader has no insertInto
      await reader.db.insertInto('log_head').values({ tenant_id: reader.tenantId, seq: 1, hash: '' }).execute();
    }),
    /read-only transaction/,
  );
  await assert.rejects(
    db.read(auth(), async (reader: Reader) => {
      await sql`set transaction read write`.execute(reader.db as never);
    }),
    /must be set before any query/,
  );
});

test('a common table expression of a reader leads to reading only', async () => {
  const reading = (reader: Reader) =>
    reader.db
      .with('heads', (queries) => queries.selectFrom('log_head').select('seq'))
      .selectFrom('heads')
      .select('seq')
      .execute();
  assert.equal((await db.read(auth(), reading)).length, 1);
});

test('a function that takes a reader takes a writer', async () => {
  const heads = (reader: Reader) => reader.db.selectFrom('log_head').select('seq').execute();
  const found = await db.transact(auth(), { verb: 'look' }, async (writer: Writer) => {
    await writer.log(note());
    return await heads(writer);
  });
  assert.equal(found.length, 1);
});

test('a verb that forgets the log is refused and leaves nothing', async () => {
  const before = await countLog();
  await assert.rejects(
    db.transact(auth(), { verb: 'forget' }, async (writer) => {
      await writer.post('topic', {});
    }),
    /wrote nothing in the log/,
  );
  assert.equal(await countLog(), before);
  const left = await db.read(auth(), (reader) => reader.db.selectFrom('outbox').select('id').execute());
  assert.deepEqual(left, []);
});

test('an error rolls back state, log and outbox together', async () => {
  const before = await countLog();
  await assert.rejects(
    db.transact(auth(), { verb: 'fail' }, async (writer) => {
      await writer.log(note());
      await writer.post('topic', {});
      throw new Error('no');
    }),
    /no/,
  );
  assert.equal(await countLog(), before);
  assert.deepEqual(await db.read(auth(), (reader) => reader.db.selectFrom('outbox').select('id').execute()), []);
});

test('one transaction inside another is refused', async () => {
  const inside = db.transact(auth(), { verb: 'outer' }, () => db.read(auth(), async () => 1));
  await assert.rejects(inside, /read was called inside transact/);
  const after = await db.read(auth(), async () => 2);
  assert.equal(after, 2);
});

test('a repeated key answers the same and does nothing again', async () => {
  const before = await countLog();
  const once = () =>
    db.transact(auth(), { verb: 'once', idempotencyKey: 'press-1' }, async (writer) => {
      const it = note();
      await writer.log(it);
      return { id: it.recordId, nothing: undefined };
    });
  const [first, second] = await Promise.all([once(), once()]);
  const third = await once();
  assert.equal(first.id, second.id);
  assert.equal(third.id, first.id);
  assert.equal(await countLog(), before + 1);
});

test('a key without an answer stays without one', async () => {
  const silent = () =>
    db.transact(auth(), { verb: 'silent', idempotencyKey: 'press-2' }, async (writer) => await writer.log(note()));
  assert.equal(await silent(), undefined);
  assert.equal(await silent(), undefined);
});

test('a key that comes back with another verb or another account is refused', async () => {
  const act = (proof: ReturnType<typeof auth>, verb: string) =>
    db.transact(proof, { verb, idempotencyKey: 'press-3' }, async (writer) => await writer.log(note()));
  await act(auth(), 'one');
  const reused = (error: unknown) => error instanceof AppError && error.code === 'storage.keyReused';
  await assert.rejects(act(auth(), 'two'), reused);
  await assert.rejects(act({ ...auth(), accountId: runtime.newId() }, 'one'), reused);
});

test('a failed attempt does not keep its key', async () => {
  let attempts = 0;
  const act = () =>
    db.transact(auth(), { verb: 'flaky', idempotencyKey: 'press-4' }, async (writer) => {
      attempts += 1;
      await writer.log(note());
      if (attempts === 1) throw new Error('first');
      return attempts;
    });
  await assert.rejects(act(), /first/);
  assert.equal(await act(), 2);
  assert.equal(await act(), 2);
});

test('what the server rolled back for another transaction is tried again', async () => {
  let attempts = 0;
  const result = await db.transact(auth(), { verb: 'contend' }, async (writer) => {
    attempts += 1;
    await writer.log(note());
    if (attempts === 1)
      await sql`do $$ begin raise exception 'meeting' using errcode = '40P01'; end $$`.execute(writer.db);
    return attempts;
  });
  assert.equal(result, 2);
});

async function killConnectionOf(writer: Writer): Promise<void> {
  const found = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(writer.db);
  const owner = new pg.Client(connection);
  await owner.connect();
  await owner.query('select pg_terminate_backend($1)', [found.rows[0]?.pid]);
  await owner.end();
}

test('a lost connection is tried again only when the verb has a key', async () => {
  const dying = (idempotencyKey?: string) => {
    let attempts = 0;
    return db.transact(auth(), { verb: 'die', ...(idempotencyKey ? { idempotencyKey } : {}) }, async (writer) => {
      attempts += 1;
      await writer.log(note());
      if (attempts === 1) await killConnectionOf(writer);
      return attempts;
    });
  };
  assert.equal(await dying('press-5'), 2);
  await assert.rejects(dying(), (error) => error instanceof AppError && error.code === 'storage.unavailable');
});

test('a save against an older version carries both contents', () => {
  const found = { version: 3, title: 'saved' };
  assert.equal(expectVersion(found, 3), found);
  assert.throws(
    () => expectVersion(found, 2, { title: 'written' }),
    (error) => {
      assert.ok(error instanceof AppError);
      assert.equal(error.code, 'record.changedMeanwhile');
      assert.deepEqual(error.details, { current: found, written: { title: 'written' } });
      return true;
    },
  );
});

test('dates of law come as text, instants as Date, big numbers as text', async () => {
  const row = await db.read(auth(), async (reader) => {
    const found = await sql<
      Record<string, unknown>
    >`select date '2026-02-28' as day, timestamptz '2026-02-28T12:00Z' as instant,
      9007199254740993::bigint as big, 1.50::numeric as money`.execute(reader.db as never);
    return found.rows[0];
  });
  assert.deepEqual(row, {
    day: '2026-02-28',
    instant: new Date('2026-02-28T12:00Z'),
    big: '9007199254740993',
    money: '1.50',
  });
});

test('a tenant that does not exist cannot be written to', async () => {
  const nowhere = authIn(runtime.newId());
  await assert.rejects(
    db.transact(nowhere, { verb: 'nowhere' }, async (writer) => await writer.log(note())),
    /has no log/,
  );
});
