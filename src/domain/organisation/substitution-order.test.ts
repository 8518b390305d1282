import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rulesOf } from './regulation.ts';
import {
  type AbsentSeat,
  type AvailableDeputy,
  type PartyOrder,
  proposeDeputies,
  type SubstitutionInput,
  substitutionProblems,
} from './substitution-order.ts';

const rules = rulesOf('committee', [], '2026-03-02');
const seat = (seatId: string, party: string | null): AbsentSeat => ({ seatId, party });
const deputy = (deputyId: string, party: string | null, order: number, servesOn?: string): AvailableDeputy => ({
  deputyId,
  party,
  order,
  ...(servesOn && { servesOn }),
});
const proposed = (input: SubstitutionInput, by = rules) =>
  proposeDeputies(input, by).map((one) => [one.seatId, one.deputyId, one.reason]);

test('R-KL-20: the own party first, then the parties it falls back on in order, then whoever is next', () => {
  const orders: readonly PartyOrder[] = [{ party: 'M', fallsBackOn: ['KD', 'C'] }];
  const deputies = [deputy('d1', 'V', 1), deputy('d2', 'C', 2), deputy('d3', 'S', 3), deputy('d4', 'M', 4)];
  assert.deepEqual(
    proposed({ absentSeats: [seat('1', 'M'), seat('2', 'M'), seat('3', 'S'), seat('4', 'L')], deputies, orders }),
    [
      ['1', 'd4', 'ownParty'],
      ['2', 'd2', 'alliedParty'],
      ['3', 'd3', 'ownParty'],
      ['4', 'd1', 'anyParty'],
    ],
  );
});

test('R-KL-20: where the reglemente calls deputies in the order of the list, the party does not count', () => {
  const deputies = [deputy('d2', 'M', 2), deputy('d1', 'S', 1)];
  assert.deepEqual(
    proposed({ absentSeats: [seat('1', 'M')], deputies, orders: [] }, { ...rules, deputiesServe: 'asListed' }),
    [['1', 'd1', 'listed']],
  );
});

test('R-KL-20 does not bind an officials’ group: nobody serves for anybody there', () => {
  const input = { absentSeats: [seat('1', 'M')], deputies: [deputy('d1', 'M', 1)], orders: [] };
  assert.deepEqual(proposed(input, rulesOf('officialsGroup', [], '2026-03-02')), [['1', null, null]]);
});

test('R-KL-21: a deputy who serves already stays when one nearer in turn arrives, unless the reglemente says otherwise', () => {
  const input = {
    absentSeats: [seat('1', 'M')],
    deputies: [deputy('d1', 'M', 1), deputy('d2', 'C', 2, '1')],
    orders: [],
  };
  assert.deepEqual(proposed(input), [['1', 'd2', 'servesAlready']]);
  const without = { ...rules, serving: { ...rules.serving, keepsPrecedence: false } };
  assert.deepEqual(proposed(input, without), [['1', 'd1', 'ownParty']]);
});

test('R-KL-21: a deputy whose member is back is free for the next seat', () => {
  const input = {
    absentSeats: [seat('2', 'S')],
    deputies: [deputy('d1', 'S', 1, '1'), deputy('d2', 'S', 2)],
    orders: [],
  };
  assert.deepEqual(proposed(input), [['2', 'd1', 'ownParty']]);
});

const party = fc.constantFrom('S', 'M', 'C', 'KD', 'V', null);
const given = fc
  .record({
    seats: fc.array(party, { maxLength: 12 }),
    deputies: fc.array(fc.record({ party, serves: fc.option(fc.nat(11)) }), { maxLength: 12 }),
    orders: fc.uniqueArray(
      fc.record({
        party: fc.constantFrom('S', 'M', 'C', 'KD', 'V'),
        fallsBackOn: fc.uniqueArray(fc.constantFrom('S', 'M', 'C', 'KD', 'V'), { maxLength: 4 }),
      }),
      { selector: (one) => one.party },
    ),
  })
  .map(({ seats, deputies, orders }): SubstitutionInput => {
    const taken = new Set<number>();
    return {
      absentSeats: seats.map((one, i) => seat(`s${i}`, one)),
      deputies: deputies.map(({ party: own, serves }, i) => {
        const on = serves !== null && !taken.has(serves) ? serves : undefined;
        if (on !== undefined) taken.add(on);
        return deputy(`d${i}`, own, i + 1, on === undefined ? undefined : `s${on}`);
      }),
      orders,
    };
  });

test('R-KL-20, property: nobody serves twice, every seat is answered, and none is empty while a deputy is free', () => {
  fc.assert(
    fc.property(given, (input) => {
      const answers = proposeDeputies(input, rules);
      assert.deepEqual(
        answers.map((one) => one.seatId),
        input.absentSeats.map((one) => one.seatId),
      );
      const served = answers.flatMap((one) => (one.deputyId === null ? [] : [one.deputyId]));
      assert.equal(new Set(served).size, served.length);
      assert.equal(served.length, Math.min(input.absentSeats.length, input.deputies.length));
    }),
  );
});

test('R-KL-20, property: no seat has a deputy of another party while one of its own serves elsewhere for another reason', () => {
  fc.assert(
    fc.property(given, (input) => {
      const partyOf = new Map(input.deputies.map((one) => [one.deputyId, one.party]));
      const answers = proposeDeputies(input, rules);
      for (const { seatId, party: own } of input.absentSeats) {
        const answer = answers.find((one) => one.seatId === seatId)!;
        if (own === null || (answer.reason !== 'alliedParty' && answer.reason !== 'anyParty')) continue;
        const stolen = answers.find(
          (one) =>
            one.deputyId !== null &&
            partyOf.get(one.deputyId) === own &&
            one.reason !== 'servesAlready' &&
            one.reason !== 'ownParty',
        );
        assert.equal(stolen, undefined);
      }
    }),
  );
});

test('R-KL-21, property: who serves on an absent seat keeps it, whatever else changes', () => {
  fc.assert(
    fc.property(given, (input) => {
      const answers = proposeDeputies(input, rules);
      for (const { deputyId, servesOn } of input.deputies)
        if (servesOn && input.absentSeats.some((one) => one.seatId === servesOn))
          assert.deepEqual(
            answers.find((one) => one.seatId === servesOn),
            { seatId: servesOn, deputyId, reason: 'servesAlready' },
          );
    }),
  );
});

test('an order names each party once and none as its own fallback', () => {
  const keys = (orders: readonly PartyOrder[]) => substitutionProblems(orders).map((one) => one.key);
  assert.deepEqual(keys([{ party: 'S', fallsBackOn: ['V', 'MP'] }]), []);
  assert.deepEqual(
    keys([
      { party: 'S', fallsBackOn: ['S'] },
      { party: 'S', fallsBackOn: ['V', 'V'] },
      { party: 'M', fallsBackOn: ['Moderaterna'] },
    ]),
    ['substitution.itself', 'substitution.partyTwice', 'substitution.fallbackTwice', 'substitution.party'],
  );
});
