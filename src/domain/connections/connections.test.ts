import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildConnection } from '../../../test/support/build-connections.ts';
import { buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import { createTenant } from '../../storage/tenant.ts';
import { connectRecords, disconnectRecords, listConnections } from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'intake.confirm');
const some = (noun: string) => ({ noun, id: t.runtime.newId() });

test('a connection is found from both of its ends, with kind and reason', async () => {
  const [from, to] = [some('commission'), some('formAnswer')];
  const { id, created } = await buildConnection(t, { from, to, kind: 'funds', reason: ' samma fond ' });
  assert.equal(created, true);
  const expected = [{ id, version: 1, from, to, kind: 'funds', reason: 'samma fond' }];
  assert.deepEqual(await read((r) => listConnections(r, [from.id])), expected);
  assert.deepEqual(await read((r) => listConnections(r, [to.id])), expected);
  assert.deepEqual(await read((r) => listConnections(r, [from.id, to.id])), expected, 'both ends asked: still one');
  assert.deepEqual(await read((r) => listConnections(r, [])), []);
});

test('said again, in either direction, it stays what was said first', async () => {
  const [from, to] = [some('agendaItem'), some('agreement')];
  const [first, again] = await write(async (w) => [
    await connectRecords(w, { from, to, kind: 'concerns', reason: 'först' }),
    await connectRecords(w, { from: to, to: from, kind: 'reports', reason: 'sedan' }),
  ]);
  assert.deepEqual(again, { id: first!.id, created: false });
  const [only, ...rest] = await read((r) => listConnections(r, [from.id]));
  assert.deepEqual([only!.reason, only!.kind, rest], ['först', 'concerns', []]);
});

test('a record is not connected with itself, nor without a reason', async () => {
  const one = some('goal');
  await assert.rejects(
    buildConnection(t, { from: one, to: one, reason: ' ' }),
    problemKeys('connections.self', 'validation.required'),
  );
});

test('a connection that is taken back is gone, and cannot be taken back twice', async () => {
  const [from, to] = [some('goal'), some('focusArea')];
  const { id } = await buildConnection(t, { from, to });
  await write((w) => disconnectRecords(w, id));
  assert.deepEqual(await read((r) => listConnections(r, [from.id])), []);
  await assert.rejects(
    write((w) => disconnectRecords(w, id)),
    { code: 'record.notFound' },
  );
});

test('another authority sees none of it', async () => {
  const [from, to] = [some('goal'), some('focusArea')];
  const { id } = await buildConnection(t, { from, to });
  const other = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
  assert.deepEqual(await t.db.read(t.authIn(other, 'record.read'), (r) => listConnections(r, [from.id, to.id])), []);
  const auth = t.authIn(other, 'intake.confirm');
  await assert.rejects(
    t.db.transact(auth, { verb: 'test' }, (w) => disconnectRecords(w, id)),
    { code: 'record.notFound' },
  );
});

test('who keeps one body connects its records with others, and leaves those of other bodies alone', async () => {
  const [bodyId, otherId] = [
    await buildBody(t, { name: 'Kulturnämnden' }),
    await buildBody(t, { name: 'Hälsonämnden' }),
  ];
  const own = await buildMeeting(t, { bodyId });
  const other = await buildMeeting(t, { bodyId: otherId });
  const auth = { ...t.auth('intake.confirm'), bodies: [bodyId] } as ReturnType<typeof t.auth>;
  const connect = (from: string) =>
    t.db.transact(auth, { verb: 'test' }, (w) =>
      connectRecords(w as never, {
        from: { noun: 'meeting', id: from },
        to: some('formAnswer'),
        kind: 'concerns',
        reason: 'samma fråga',
      }),
    );
  assert.equal((await connect(own)).created, true);
  await assert.rejects(connect(other), { code: 'access.denied' });
});
