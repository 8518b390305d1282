import assert from 'node:assert/strict';
import { test } from 'node:test';
import { servingOf, type TypedRollCall } from './roll-call.ts';

test('a deputy who was proposed for a member that has answered since does not serve on that seat', () => {
  const people = [
    { id: 'anna', capacity: 'member' as const, seatId: 'one' },
    { id: 'bo', capacity: 'member' as const, seatId: 'two' },
    { id: 'cia', capacity: 'deputy' as const, seatId: 'three' },
  ];
  const typed: TypedRollCall = {
    answers: new Map([
      ['anna', 'remote'],
      ['bo', 'absent'],
      ['cia', 'present'],
    ]),
    serving: [
      { attendanceId: 'cia', seatId: 'one' },
      { attendanceId: 'cia', seatId: 'two' },
      { attendanceId: 'cia', seatId: 'vacant' },
    ],
    seenAndHeard: false,
  };
  assert.deepEqual(
    servingOf(people, typed).map(({ seatId }) => seatId),
    ['two', 'vacant'],
  );
});
