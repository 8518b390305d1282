import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CoursePerson } from '../../../domain/attendance/index.ts';
import { expectedAnswers } from './expected-answers.ts';

const person = (id: string, seatId: string): CoursePerson => ({
  id,
  name: id,
  party: null,
  capacity: 'member',
  seatId,
  personId: null,
  organisation: null,
  role: null,
});
const summons = (seatId: string, code: 'comes' | 'comesRemotely' | 'cannotCome' | null) => ({
  seatId,
  personId: null,
  name: seatId,
  answer: code && { code, note: null, at: new Date(0), through: 'account' as const, version: 1 },
  requests: [],
});

test('the roll call begins with what people answered to the notice, and with nothing for who did not', () => {
  const people = [person('ada', 's1'), person('bo', 's2'), person('cia', 's3'), person('dan', 's4')];
  const answers = [
    summons('s1', 'comes'),
    summons('s2', 'comesRemotely'),
    summons('s3', 'cannotCome'),
    summons('s4', null),
  ];
  assert.deepEqual(expectedAnswers({ people }, answers), {
    'answer.ada': 'present',
    'answer.bo': 'remote',
    'answer.cia': 'absent',
  });
});

test('a deputy who said yes to serving stands on the seat', () => {
  const request = { id: 'r', version: 1, seatId: 's1', absentName: 'Ada', state: 'accepted' as const };
  const finn = {
    ...summons('d1', 'comes'),
    requests: [request, { ...request, seatId: 's2', state: 'declined' as const }],
  };
  assert.deepEqual(expectedAnswers({ people: [person('finn', 'd1')] }, [finn]), {
    'answer.finn': 'present',
    'serving.s1': 'finn',
  });
});
