import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { partyDesignation } from './party.ts';
import type { Regulation } from './regulation.ts';
import { isRegulationValue, rulesOf } from './regulation.ts';
import { isQuorate, quorumOf, seatProblems } from './seat.ts';
import { overlaps } from './seat-writer.ts';

const member = (personId: string | null = null) => ({ kind: 'member' as const, role: null, personId });
const deputy = (personId: string | null = null) => ({ kind: 'deputy' as const, role: null, personId });
const roster = [
  ...Array.from({ length: 8 }, (_, i) => member(`m${i}`)),
  member(),
  ...Array.from({ length: 5 }, (_, i) => deputy(`d${i}`)),
];

test('a vacant seat counts: nine seats, one vacant, need five', () => {
  assert.deepEqual(quorumOf(roster), { seats: 9, needed: 5 });
  assert.equal(isQuorate(4, roster), false);
  assert.equal(isQuorate(5, roster), true);
});

test('more than half means more than half, for any number of seats', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (count, present) => {
      const seats = Array.from({ length: count }, () => member());
      assert.equal(isQuorate(present, seats), present > count / 2);
      assert.equal(isQuorate(present, seats), present >= quorumOf(seats).needed);
    }),
  );
});

test('seats are compared with the reglemente', () => {
  assert.deepEqual(seatProblems(roster, { members: 9, deputies: 5 }), []);
  assert.deepEqual(
    seatProblems(roster.slice(1), { members: 9, deputies: 4 }).map((one) => [one.key, one.values]),
    [
      ['seat.memberCount', { found: 8, expected: 9 }],
      ['seat.deputyCount', { found: 5, expected: 4 }],
    ],
  );
  assert.deepEqual(
    seatProblems([...roster, member('m0')], {}).map((one) => one.key),
    ['seat.personTwice'],
  );
});

test('validities overlap exactly when some day is in both', () => {
  const day = fc.constantFrom('2023-01-01', '2023-01-02', '2023-01-03', '2023-01-04');
  const interval = fc.record({ validFrom: fc.option(day), validTo: fc.option(day) });
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      const days = ['2022-12-31', '2023-01-01', '2023-01-02', '2023-01-03', '2023-01-04', '2023-01-05'];
      const on = (one: typeof a, at: string) => (one.validFrom ?? '') <= at && at <= (one.validTo ?? '9');
      fc.pre([a, b].every((one) => days.some((at) => on(one, at))));
      assert.equal(
        overlaps(a, b),
        days.some((at) => on(a, at) && on(b, at)),
      );
    }),
  );
});

test('a reglemente changes what the kind says, from its day on, and never shortens the notice of the law', () => {
  const said = (key: Regulation['key'], value: string): Regulation => ({
    id: key,
    bodyId: 'body',
    key,
    value,
    validFrom: '2023-01-01',
    validTo: null,
    source: null,
  });
  const own = [said('rule.minutesRegulated', 'yes'), said('noticeDays', '3')];
  assert.equal(rulesOf('draftingCommittee', own, '2022-12-31').minutesRegulated, 'no');
  assert.equal(rulesOf('draftingCommittee', own, '2023-01-01').minutesRegulated, 'yes');
  assert.equal(rulesOf('draftingCommittee', own, '2023-01-01').mayDecide, 'no');
  assert.equal(rulesOf('committee', own, '2023-01-01').noticeDays, 3);
  assert.equal(rulesOf('assembly', own, '2023-01-01').noticeDays, 7);
  assert.equal(isRegulationValue('members', '9'), true);
  assert.equal(isRegulationValue('members', 'nio'), false);
  assert.equal(isRegulationValue('rule.mayDecide', 'kanske'), false);
});

test('party designations of older papers and of local parties', () => {
  for (const [printed, kept] of [
    ['(s)', 'S'],
    ['KD', 'KD'],
    ['ÖrP', 'ÖrP'],
    ['(-)', '-'],
    ['Liberalerna', undefined],
    ['', undefined],
  ] as const)
    assert.equal(partyDesignation(printed), kept, printed);
});
