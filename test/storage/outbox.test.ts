import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type OutboxMessage, startRelay } from '../../src/storage/outbox.ts';
import { openTestDatabase } from '../support/database.ts';

const { db, auth, runtime, clock, tenantId, close } = await openTestDatabase();
after(close);

const postOne = (topic: string, number: number) =>
  db.transact(auth(), { verb: 'announce' }, async (writer) => {
    await writer.log({ noun: 'trial', recordId: runtime.newId() });
    await writer.post(topic, { number });
  });
const never = { pollMs: 3_600_000 };

test('a message leaves after the commit, not before and not when it was rolled back', async () => {
  const seen: OutboxMessage[] = [];
  const relay = startRelay(db, { letter: async (message) => void seen.push(message) }, never);
  const posted = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const undone = db.transact(auth(), { verb: 'announce' }, async (writer) => {
    await writer.post('letter', { number: 0 });
    posted.resolve();
    await goOn.promise;
    throw new Error('changed my mind');
  });
  await posted.promise;
  assert.equal(await relay.drain(), 0, 'while the transaction is open');
  goOn.resolve();
  await assert.rejects(undone, /changed my mind/);
  assert.equal(await relay.drain(), 0, 'after it was rolled back');

  await postOne('letter', 1);
  while (seen.length === 0) await new Promise((next) => setTimeout(next, 5));
  await relay.stop();
  assert.equal(seen.length, 1);
  assert.equal(seen[0]?.tenantId, tenantId);
  assert.deepEqual(seen[0]?.payload, { number: 1 });
});

test('what fails is tried again with the same id, later each time, and then arrives once', async () => {
  const seen: OutboxMessage[] = [];
  const handler = async (message: OutboxMessage) => {
    seen.push(message);
    if (seen.length < 3) throw new Error('the receiver is closed');
  };
  await postOne('retry', 2);
  const relay = startRelay(db, { retry: handler }, never);
  assert.equal(await relay.drain(), 0);
  assert.equal(await relay.drain(), 0);
  assert.equal(seen.length, 1, 'not before its time');
  clock.set('2026-03-02T09:00:01.000Z');
  assert.equal(await relay.drain(), 0);
  clock.set('2026-03-02T09:00:02.500Z');
  assert.equal(await relay.drain(), 0);
  clock.set('2026-03-02T09:00:03.000Z');
  assert.equal(await relay.drain(), 1);
  assert.equal(await relay.drain(), 0);
  await relay.stop();
  assert.deepEqual(
    seen.map((message) => message.attempt),
    [1, 2, 3],
  );
  assert.equal(new Set(seen.map((message) => message.id)).size, 1);
});

test('a relay that died in the middle is followed by another, with the same id', async () => {
  await postOne('crash', 3);
  const seen: string[] = [];
  // This one takes the message and never comes back.
  const dead = startRelay(db, { crash: (message) => new Promise(() => seen.push(message.id)) }, never);
  void dead.drain();
  while (seen.length === 0) await new Promise((next) => setTimeout(next, 5));
  const other = startRelay(db, { crash: async (message) => void seen.push(message.id) }, never);
  assert.equal(await other.drain(), 0, 'it is still leased');
  clock.set('2026-03-02T09:10:00.000Z');
  assert.equal(await other.drain(), 1);
  await other.stop();
  assert.equal(seen.length, 2);
  assert.equal(seen[0], seen[1]);
});

test('two relays share the work and send nothing twice', async () => {
  for (let number = 0; number < 30; number += 1) await postOne('shared', number);
  const seen: string[] = [];
  const relays = [1, 2].map(() => startRelay(db, { shared: async (message) => void seen.push(message.id) }, never));
  await Promise.all(relays.map((relay) => relay.drain()));
  for (const relay of relays) await relay.stop();
  assert.equal(seen.length, 30);
  assert.equal(new Set(seen).size, 30);
});
