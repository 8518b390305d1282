import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../kernel/civil-date.ts';
import { remindsOn } from './reminder-days.ts';

const last = '2020-12-08';
const remindedFrom = (first: string, days: number) =>
  Array.from({ length: days }, (_, index) => addDays(first, index)).filter((day) => remindsOn(day, last));

test('who has not signed is reminded three days before, the day before, on the last day, and then once a week', () => {
  assert.deepEqual(remindedFrom('2020-11-24', 40), [
    '2020-12-05',
    '2020-12-07',
    '2020-12-08',
    '2020-12-15',
    '2020-12-22',
    '2020-12-29',
  ]);
});

test('minutes without a last day remind nobody by themselves', () => {
  assert.equal(remindsOn('2020-12-08', null), false);
});
