import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys } from '../../../test/support/run-verbs.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import {
  addParticipant,
  bodyRulesOn,
  endParticipant,
  findSubstitutionOrder,
  listParticipants,
  listSubstitutionOrders,
  setSubstitutionOrder,
  standBehind,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const write = <T>(run: (w: Writer<'organisation.edit'>) => Promise<T>) =>
  t.db.transact(t.auth('organisation.edit'), { verb: 'test' }, run);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(t.auth('record.read'), run);

test('R-KL-20: the order of deputies is dated, and what is said later leaves what was said before', async () => {
  const bodyId = await buildBody(t);
  const say = (validFrom: string, fallsBackOn: readonly string[]) =>
    write((w) => setSubstitutionOrder(w, { bodyId, validFrom, orders: [{ party: '(s)', fallsBackOn }] }));
  await say('2019-01-01', ['V']);
  await say('2027-01-01', ['C']);
  await say('2023-01-01', ['MP', 'V']);
  const said = await read((r) => listSubstitutionOrders(r, bodyId));
  assert.deepEqual(
    said.map((one) => [one.validFrom, one.validTo, one.orders]),
    [
      ['2027-01-01', null, [{ party: 'S', fallsBackOn: ['C'] }]],
      ['2023-01-01', '2026-12-31', [{ party: 'S', fallsBackOn: ['MP', 'V'] }]],
      ['2019-01-01', '2022-12-31', [{ party: 'S', fallsBackOn: ['V'] }]],
    ],
  );
  await say('2023-01-01', ['MP']);
  const found = await read((r) => findSubstitutionOrder(r, bodyId, '2026-03-02'));
  assert.deepEqual(found?.orders, [{ party: 'S', fallsBackOn: ['MP'] }]);
  assert.equal(await read((r) => findSubstitutionOrder(r, bodyId, '2018-12-31')), undefined);
  await assert.rejects(say('2028-01-01', ['Miljöpartiet']), problemKeys('substitution.party'));
});

test('R-KL-20 does not bind an officials’ group: it has no deputies', async () => {
  const bodyId = await buildBody(t, { kind: 'officialsGroup' });
  await assert.rejects(
    write((w) => setSubstitutionOrder(w, { bodyId, validFrom: '2023-01-01', orders: [] })),
    problemKeys('seat.bodyHasNone'),
  );
});

test('R-KL-61: a joint nämnd has its participants and one host, each between its days', async () => {
  const bodyId = await buildBody(t, { kind: 'jointCommittee', name: 'Gemensamma nämnden' });
  const [region, one, two] = [
    await buildBody(t, { kind: 'region', name: 'Region Prov' }),
    await buildBody(t, { kind: 'municipality', name: 'Alby kommun' }),
    await buildBody(t, { kind: 'municipality', name: 'Berga kommun' }),
  ];
  const add = (participantId: string, host = false) =>
    write((w) => addParticipant(w, { bodyId, participantId, host, validFrom: '2023-01-01' }));
  const rowId = await add(one);
  await add(region, true);
  await assert.rejects(add(two, true), problemKeys('participant.hostTaken'));
  await assert.rejects(add(one), problemKeys('participant.already'));
  await assert.rejects(add(await buildBody(t)), problemKeys('participant.notAuthority'));
  await write((w) => endParticipant(w, { bodyId, rowId, lastDay: '2024-12-31', expectedVersion: 1 }));
  const names = async (date: string) => (await read((r) => listParticipants(r, bodyId, date))).map(({ name }) => name);
  assert.deepEqual(await names('2024-12-31'), ['Region Prov', 'Alby kommun']);
  assert.deepEqual(await names('2025-01-01'), ['Region Prov']);
  await assert.rejects(
    write((w) => endParticipant(w, { bodyId, rowId, lastDay: '2022-12-31', expectedVersion: 2 })),
    problemKeys('organisation.endsBeforeStart'),
  );
  await assert.rejects(
    write((w) => endParticipant(w, { bodyId, rowId, lastDay: '2025-12-31', expectedVersion: 1 })),
    { code: 'record.changedMeanwhile' },
  );
});

test('R-ORG-3: the parties of a group stand behind what it agrees on; it has no host and a nämnd has no parties', async () => {
  const group = await buildBody(t, { kind: 'officialsGroup' });
  for (let i = 1; i <= 13; i += 1) {
    const participantId = await buildBody(t, { kind: i === 1 ? 'region' : 'municipality' });
    await write((w) => addParticipant(w, { bodyId: group, participantId }));
  }
  const behind = await read(async (r) =>
    standBehind(
      await bodyRulesOn(r, group, '2026-03-02'),
      group,
      (await listParticipants(r, group)).map((one) => one.participantId),
    ),
  );
  assert.equal(new Set(behind).size, 13);
  const participantId = await buildBody(t, { kind: 'municipality' });
  await assert.rejects(
    write((w) => addParticipant(w, { bodyId: group, participantId, host: true })),
    problemKeys('participant.hostOfGroup'),
  );
  const committee = await buildBody(t);
  await assert.rejects(
    write((w) => addParticipant(w, { bodyId: committee, participantId })),
    problemKeys('participant.notShared'),
  );
});
