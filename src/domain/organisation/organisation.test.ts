import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildBody, buildPerson, buildSeat } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs, someoneWith } from '../../../test/support/run-verbs.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { createTenant } from '../../storage/tenant.ts';
import { authorize } from '../access/index.ts';
import {
  addBodyAlias,
  changeBody,
  checkSeats,
  createSeat,
  endSeat,
  ensureBody,
  fillSeat,
  findBody,
  findBodyByName,
  getBody,
  getSeat,
  listBodies,
  listRegulations,
  listSeatHistory,
  listSeats,
  setRegulation,
  vacateSeat,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'organisation.edit');

test('a body is found by its other names, and no two bodies share a name', async () => {
  const id = await buildBody(t, { name: 'Beredning för nära vård', kind: 'draftingCommittee' });
  await write((w) =>
    addBodyAlias(w, { bodyId: id, name: 'Beredning för närsjukvård', reason: 'Seed 000 använder båda.' }),
  );
  assert.equal((await read((r) => findBodyByName(r, 'beredningen för närsjukvård')))?.id, id);
  await assert.rejects(buildBody(t, { name: 'beredning för NÄRSJUKVÅRD' }), problemKeys('organisation.nameTaken'));
  await assert.rejects(
    write((w) => addBodyAlias(w, { bodyId: id, name: 'Annat', reason: ' ' })),
    problemKeys('organisation.aliasReason'),
  );
});

test('a renamed body keeps its old name as an alias; an old version is refused with what is saved', async () => {
  const id = await buildBody(t, { name: 'Gamla nämnden' });
  await write((w) => changeBody(w, { bodyId: id, expectedVersion: 1, kind: 'committee', name: 'Nya nämnden' }));
  const body = await read((r) => getBody(r, id));
  assert.deepEqual(
    [body.name, body.version, body.aliases.map((one) => one.name)],
    ['Nya nämnden', 2, ['Gamla nämnden']],
  );
  await assert.rejects(
    write((w) => changeBody(w, { bodyId: id, expectedVersion: 1, kind: 'committee', name: 'Tredje nämnden' })),
    (error: { code?: string; details?: { current?: { name: string }; written?: { name: string } } }) =>
      error.code === 'record.changedMeanwhile' &&
      error.details?.current?.name === 'Nya nämnden' &&
      error.details?.written?.name === 'Tredje nämnden',
  );
});

test('a body cannot be put below itself', async () => {
  const top = await buildBody(t, { name: 'Toppen' });
  const below = await buildBody(t, { name: 'Undernämnden', parentId: top });
  await assert.rejects(
    write((w) =>
      changeBody(w, { bodyId: top, expectedVersion: 1, kind: 'committee', name: 'Toppen', parentId: below }),
    ),
    problemKeys('organisation.parentBelow'),
  );
});

test('an import finds the body it names or enters it, once', async () => {
  const ensure = (name: string) => write((w) => loggedEnsure(w, name), 'intake.confirm');
  const first = await ensure('Forsknings- och utbildningsnämndens');
  const again = await ensure('forsknings- och utbildningsnämnden');
  assert.deepEqual([first.created, again.created, again.id === first.id], [true, false, true]);
  const body = await read((r) => getBody(r, first.id));
  assert.deepEqual([body.name, body.kind], ['Forsknings- och utbildningsnämnden', 'committee']);
});

// `ensureBody` is part of a larger verb, which logs also when the body was there.
async function loggedEnsure(w: Writer<'intake.confirm'>, name: string) {
  const ensured = await ensureBody(w, name);
  await w.log({ noun: 'body', recordId: ensured.id, summary: 'named' });
  return ensured;
}

test('nine members with one vacancy and five deputies pass the reglemente; one too few does not', async () => {
  const bodyId = await buildBody(t, { name: 'Beredning för prov', kind: 'draftingCommittee' });
  await write(async (w) => {
    for (const [key, value] of [
      ['members', '9'],
      ['deputies', '5'],
    ] as const)
      await setRegulation(w, {
        bodyId,
        key,
        value,
        validFrom: '2019-01-01',
        source: 'Bestämmelser för politiska organ',
      });
  });
  for (let i = 1; i <= 9; i += 1)
    await buildSeat(t, {
      bodyId,
      party: 'S',
      personId: i === 4 ? null : await buildPerson(t),
      role: i === 1 ? 'chair' : null,
    });
  const deputies: string[] = [];
  for (let i = 1; i <= 5; i += 1)
    deputies.push(await buildSeat(t, { bodyId, kind: 'deputy', party: 'M', personId: await buildPerson(t) }));
  const seats = await read((r) => listSeats(r, bodyId, '2020-11-24'));
  assert.deepEqual(
    seats.map((seat) => seat.order),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5],
  );
  assert.deepEqual(seats.map((seat) => seat.personName === null).indexOf(true), 3);
  assert.deepEqual(await read((r) => checkSeats(r, bodyId, '2020-11-24')), []);
  await write((w) => endSeat(w, { seatId: deputies[4]!, expectedVersion: 1, lastDay: '2020-11-23' }));
  assert.deepEqual(
    (await read((r) => checkSeats(r, bodyId, '2020-11-24'))).map((one) => one.key),
    ['seat.deputyCount'],
  );
  assert.deepEqual(await read((r) => checkSeats(r, bodyId, '2020-11-23')), []);
  await assert.rejects(buildSeat(t, { bodyId, role: 'chair' }), problemKeys('seat.roleTwice'));
});

test('the seat of a day is who sat there that day, through vacancy and successor', async () => {
  const bodyId = await buildBody(t, { name: 'Föränderliga nämnden' });
  const [first, second] = [await buildPerson(t, 'Ada Först'), await buildPerson(t, 'Bo Andra')];
  const seatId = await buildSeat(t, { bodyId, party: '(s)', personId: first, role: 'chair', validFrom: '2023-01-01' });
  const vacantId = await write((w) => vacateSeat(w, { seatId, expectedVersion: 1, from: '2023-05-01' }));
  await write((w) => fillSeat(w, { seatId: vacantId, expectedVersion: 1, personId: second, from: '2023-09-01' }));
  const on = async (date: string) => {
    const [seat, more] = await read((r) => listSeats(r, bodyId, date));
    assert.equal(more, undefined);
    return seat && [seat.personName, seat.role, seat.party];
  };
  assert.equal(await on('2022-12-31'), undefined);
  assert.deepEqual(await on('2023-04-30'), ['Ada Först', 'chair', 'S']);
  assert.deepEqual(await on('2023-05-01'), [null, null, 'S']);
  assert.deepEqual(await on('2023-09-01'), ['Bo Andra', null, 'S']);
  assert.equal((await read((r) => listSeatHistory(r, bodyId))).length, 3);
  await assert.rejects(
    write((w) => vacateSeat(w, { seatId, expectedVersion: 2, from: '2023-06-01' })),
    problemKeys('seat.ended'),
  );
  await assert.rejects(
    write((w) => vacateSeat(w, { seatId: vacantId, expectedVersion: 1, from: '2023-06-01' })),
    { code: 'record.changedMeanwhile' },
  );
});

test('a person has one seat in a body at a time, and a body of officials has none', async () => {
  const bodyId = await buildBody(t);
  const personId = await buildPerson(t);
  await buildSeat(t, { bodyId, personId });
  await assert.rejects(buildSeat(t, { bodyId, personId }), problemKeys('seat.personTwice'));
  const group = await buildBody(t, { kind: 'officialsGroup', name: 'Chefsgruppen' });
  await assert.rejects(buildSeat(t, { bodyId: group }), problemKeys('seat.bodyHasNone'));
});

test('what a reglemente says later leaves what it said before, also when said out of order', async () => {
  const bodyId = await buildBody(t);
  const say = (value: string, validFrom: string) =>
    write((w) => setRegulation(w, { bodyId, key: 'members', value, validFrom }));
  await say('9', '2019-01-01');
  await say('11', '2027-01-01');
  await say('10', '2023-01-01');
  const said = await read((r) => listRegulations(r, bodyId));
  assert.deepEqual(
    said.map((one) => [one.value, one.validFrom, one.validTo]),
    [
      ['11', '2027-01-01', null],
      ['10', '2023-01-01', '2026-12-31'],
      ['9', '2019-01-01', '2022-12-31'],
    ],
  );
});

test('the secretary of one body changes its seats and no other body’s', async () => {
  const [ours, theirs] = [await buildBody(t), await buildBody(t)];
  const auth = authorize(someoneWith(t, 'committeeSecretary', ours), 'organisation.edit');
  const create = (bodyId: string) =>
    t.db.transact(auth, { verb: 'createSeat' }, (w) => createSeat(w, { bodyId, kind: 'member' }));
  const seatId = await create(ours);
  assert.equal((await read((r) => getSeat(r, seatId))).bodyId, ours);
  await assert.rejects(create(theirs), { code: 'access.denied' });
  const theirSeat = await buildSeat(t, { bodyId: theirs });
  const end = (id: string) =>
    t.db.transact(auth, { verb: 'endSeat' }, (w) =>
      endSeat(w, { seatId: id, expectedVersion: 1, lastDay: '2026-12-31' }),
    );
  await assert.rejects(end(theirSeat), { code: 'access.denied' });
  await end(seatId);
});

test('another authority sees nothing', async () => {
  const id = await buildBody(t, { name: 'Bara vår nämnd' });
  const other = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
  const there = <T>(run: (r: Reader) => Promise<T>) => t.db.read(t.authIn(other, 'record.read'), run);
  assert.deepEqual(await there((r) => listBodies(r)), []);
  assert.equal(await there((r) => findBody(r, id)), undefined);
  assert.deepEqual(await there((r) => listSeatHistory(r, id)), []);
  assert.equal((await read((r) => findBody(r, id)))?.name, 'Bara vår nämnd');
});
