import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type JobPayload, startWorker } from '../../src/storage/jobs.ts';
import { openTestDatabase } from '../support/database.ts';

const { db, auth, runtime, tenantId, close } = await openTestDatabase();
after(close);

const queue = (task: string, payload: Record<string, unknown>, fail = false) =>
  db.transact(auth(), { verb: 'queue' }, async (writer) => {
    await writer.log({ noun: 'trial', recordId: runtime.newId() });
    await writer.addJob(task, payload);
    if (fail) throw new Error('rolled back');
  });

async function until(done: () => boolean): Promise<void> {
  for (let waited = 0; !done(); waited += 10) {
    if (waited > 10_000) throw new Error('The job did not run within ten seconds.');
    await new Promise((next) => setTimeout(next, 10));
  }
}

test('a job is done when its transaction was committed, and only then', async () => {
  const done: JobPayload[] = [];
  const worker = await startWorker(db, { makePdf: async (payload) => void done.push(payload) });
  await assert.rejects(queue('makePdf', { number: 1 }, true), /rolled back/);
  await queue('makePdf', { number: 2 });
  await until(() => done.length > 0);
  await worker.stop();
  assert.deepEqual(done, [{ number: 2, tenantId }]);
});

test('a job carries the tenant of its transaction, whatever the verb wrote', async () => {
  const done: JobPayload[] = [];
  const worker = await startWorker(db, { honest: async (payload) => void done.push(payload) });
  await queue('honest', { tenantId: runtime.newId() });
  await until(() => done.length > 0);
  await worker.stop();
  assert.equal(done[0]?.tenantId, tenantId);
});

test('a waiting job with the same key is replaced', async () => {
  const done: JobPayload[] = [];
  const twice = (number: number) =>
    db.transact(auth(), { verb: 'queue' }, async (writer) => {
      await writer.log({ noun: 'trial', recordId: runtime.newId() });
      await writer.addJob('keyed', { number }, 'one-of-these');
    });
  await twice(1);
  await twice(2);
  await queue('keyed', { last: true });
  const worker = await startWorker(db, { keyed: async (payload) => void done.push(payload) }, { concurrency: 1 });
  await until(() => done.some((payload) => payload.last === true));
  await worker.stop();
  assert.deepEqual(
    done.map((payload) => payload.number),
    [2, undefined],
  );
});

test('work by the clock stands in the timetable of the database, so that a night that was slept through is made up for', async () => {
  const worker = await startWorker(db, { nightly: async () => {} }, { timetable: { nightly: '15 2 * * *' } });
  const known = async () =>
    (
      await db.pool.query<{ identifier: string }>('select identifier from graphile_worker._private_known_crontabs')
    ).rows.map((row) => row.identifier);
  for (let waited = 0; waited < 10_000 && !(await known()).includes('nightly'); waited += 50)
    await new Promise((next) => setTimeout(next, 50));
  await worker.stop();
  assert.deepEqual(await known(), ['nightly']);
});
