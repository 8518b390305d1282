import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildCommission } from '../../../test/support/build-collaboration.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import { addParticipant } from '../organisation/index.ts';
import {
  changeCommission,
  changeFund,
  commissionChain,
  createFund,
  decideCommission,
  endCommission,
  extendCommission,
  getCommission,
  getFund,
  groupMembers,
  keepFundYear,
  listCommissions,
  moneyPerYear,
  recordCommission,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'commission.edit');
const kr = (value: number, payer?: string) => ({ value, currency: 'SEK', ...(payer && { payer }) });
const year2026 = { from: '2026-01-01', to: '2026-12-31' };

test('a payer is tied to its principal, a group says who it is, and sums find both', async () => {
  const chiefs = await buildBody(t, { kind: 'officialsGroup', name: 'Chefsgruppen' });
  const sorby = await buildBody(t, { kind: 'municipality', name: 'Sörbyns kommun' });
  const norr = await buildBody(t, { kind: 'municipality', name: 'Norrbäcks kommun' });
  await write((w) => addParticipant(w, { bodyId: chiefs, participantId: sorby }), 'organisation.edit');
  const id = await write((w) =>
    recordCommission(w, {
      who: 'Nattgruppen',
      what: 'Nattpatruller',
      bodyId: chiefs,
      amounts: [kr(100.5, 'kommunerna'), kr(50, 'Norrbäcks kommun')],
      ...year2026,
    }),
  );
  const commission = await read((r) => getCommission(r, id));
  assert.equal(commission.orderedBy?.name, 'Chefsgruppen');
  assert.deepEqual(
    commission.parts.map(({ payer }) => [payer?.bodyId ?? null, payer?.group ?? null]),
    [
      [null, 'municipalities'],
      [norr, null],
    ],
  );
  const [group] = await read((r) => groupMembers(r, commission, '2026-06-01'));
  assert.deepEqual(
    group?.members.map(({ name }) => name),
    ['Sörbyns kommun'],
    'those that take part in the body that orders, and no other',
  );
  const ofSorby = await read((r) => moneyPerYear(r, { payer: sorby }));
  assert.deepEqual(
    ofSorby.map(({ payerKey, ore, year }) => [payerKey, ore, year]),
    [['group:municipalities', 10_050, 2026]],
  );
  assert.equal((await read((r) => moneyPerYear(r, { payer: norr, year: 2026 }))).length, 2);
});

test('a change is refused against an older version and shows both; what cannot be is refused', async () => {
  const id = await buildCommission(t);
  const fields = { who: 'Arbetsgruppen', what: 'Samordning', amounts: [kr(90_000, 'staten')], ...year2026 };
  await write((w) => changeCommission(w, { commissionId: id, expectedVersion: 1, ...fields }));
  const changed = await read((r) => getCommission(r, id));
  assert.deepEqual([changed.version, changed.amounts, changed.shares], [2, [kr(90_000, 'staten')], []]);
  await assert.rejects(
    write((w) => changeCommission(w, { commissionId: id, expectedVersion: 1, ...fields })),
    { code: 'record.changedMeanwhile' },
  );
  await assert.rejects(
    write((w) =>
      changeCommission(w, { commissionId: id, expectedVersion: 2, ...fields, amounts: [{ ...kr(1), year: 2031 }] }),
    ),
    problemKeys('commission.yearOutside'),
  );
});

test('what is extended keeps its own money and term, once, and the chain says all of it', async () => {
  const first = await buildCommission(t, { what: 'Kedja', from: '2024-01-01', to: '2024-12-31' });
  const fields = { who: 'Arbetsgruppen', what: 'Kedja', amounts: [kr(10, 'staten')] };
  await assert.rejects(
    write((w) => extendCommission(w, { extendsId: first, ...fields, from: '2023-01-01', to: '2023-12-31' })),
    problemKeys('commission.extendsBackwards'),
  );
  const second = await write((w) =>
    extendCommission(w, { extendsId: first, ...fields, from: '2025-01-01', to: '2025-12-31' }),
  );
  const third = await write((w) => extendCommission(w, { extendsId: second, ...fields, ...year2026 }));
  await assert.rejects(
    write((w) => extendCommission(w, { extendsId: first, ...fields, ...year2026 })),
    { code: 'commission.extendedAlready' },
  );
  for (const id of [first, second, third])
    assert.deepEqual(
      (await read((r) => commissionChain(r, id))).map((one) => one.id),
      [first, second, third],
    );
  const alone = await buildCommission(t);
  assert.equal((await read((r) => commissionChain(r, alone))).length, 1);
});

test('what is proposed is decided once, and ended with a reason within its term', async () => {
  const id = await buildCommission(t, { decided: false, ...year2026 });
  await write((w) => decideCommission(w, { commissionId: id, expectedVersion: 1 }));
  await assert.rejects(
    write((w) => decideCommission(w, { commissionId: id, expectedVersion: 2 })),
    { code: 'record.wrongState' },
  );
  await assert.rejects(
    write((w) => endCommission(w, { commissionId: id, expectedVersion: 2, endedOn: '2027-01-01', reason: ' ' })),
    problemKeys('commission.endsAfterTerm', 'validation.required'),
  );
  await write((w) =>
    endCommission(w, { commissionId: id, expectedVersion: 2, endedOn: '2026-03-31', reason: 'Klart.' }),
  );
  assert.equal((await read((r) => getCommission(r, id))).endedOn, '2026-03-31');
});

test('a fund takes in what papers called it before it was entered, and its years keep versions', async () => {
  const early = await buildCommission(t, { fund: 'kommunernas stimulans medel' });
  assert.equal((await read((r) => getCommission(r, early))).fundRecord, null);
  const fundId = await write((w) =>
    createFund(w, { name: 'Stimulans-medel', owner: 'state', kind: 'earmarked', conditions: ['Redovisas.', ' '] }),
  );
  assert.equal((await read((r) => getCommission(r, early))).fundRecord?.id, fundId);
  const late = await buildCommission(t, { fund: 'Satsning natt' });
  const { version } = await read((r) => getFund(r, fundId));
  await write((w) =>
    changeFund(w, {
      fundId,
      expectedVersion: version,
      name: 'Stimulansmedel',
      aliases: ['satsning natt'],
      owner: 'state',
      kind: 'earmarked',
    }),
  );
  assert.equal((await read((r) => listCommissions(r, { fundId }))).length, 2);
  assert.equal((await read((r) => getCommission(r, late))).fundRecord?.name, 'Stimulansmedel');
  await assert.rejects(
    write((w) => createFund(w, { name: 'satsning NATT', owner: 'joint', kind: 'ordinary' })),
    problemKeys('commission.fundTaken'),
  );
  const year = { fundId, year: 2026, allocated: 50_000 };
  await write((w) => keepFundYear(w, { ...year, expectedVersion: 0 }));
  await assert.rejects(
    write((w) => keepFundYear(w, { ...year, expectedVersion: 0 })),
    { code: 'record.changedMeanwhile' },
  );
  await write((w) => keepFundYear(w, { ...year, spent: 10, expectedVersion: 1 }));
  assert.deepEqual(
    (await read((r) => getFund(r, fundId))).years.map(({ year: of, spent }) => [of, spent]),
    [[2026, 10]],
  );
});

test('who may for one body changes what that body orders and nothing else', async () => {
  const own = await buildBody(t, { kind: 'officialsGroup' });
  const other = await buildBody(t, { kind: 'officialsGroup' });
  const record = (bodyId: string | null) =>
    as('cooperationLead', own, 'commission.edit', (w) =>
      recordCommission(w, { who: 'Gruppen', what: 'Eget', amounts: [], bodyId }),
    );
  const id = await record(own);
  await assert.rejects(record(other), { code: 'access.denied' });
  await assert.rejects(record(null), { code: 'access.denied' });
  await assert.rejects(
    as('cooperationLead', other, 'commission.edit', (w) =>
      endCommission(w, { commissionId: id, expectedVersion: 1, endedOn: '2026-01-01', reason: 'Nej' }),
    ),
    { code: 'access.denied' },
  );
});
