import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRegistrationNumbers, isRegistrationNumber } from './registration-number.ts';

const genuine = [
  '20RS10323',
  'SLK-2025-00035',
  'SLK-2024-01088:2',
  'Bun/2022:1052',
  'Ön 32/2024',
  'KS 2018/124',
  '2012-KS0301',
  '00322/2026',
  'SON 2017/27',
  'RV180949',
  'Ls060512',
  'LS/914/2009',
  'Fo2017/01697',
];
for (const text of genuine)
  test(`${text} is one number, alone and in a sentence`, () => {
    assert.ok(isRegistrationNumber(text));
    assert.deepEqual(
      findRegistrationNumbers(`Dnr: ${text}, se bilaga.`).map((found) => found.text),
      [text],
    );
  });

test('dates, telephone numbers, pages and fractions are not taken', () => {
  assert.deepEqual(
    findRegistrationNumbers('2020-11-24 kl. 09:00, 019-602 72 52, 48 (77), 1/2, 26/4, S2020:8, 232100-0164'),
    [],
  );
});

test('the year is read from the number', () => {
  assert.equal(findRegistrationNumbers('20RS10323')[0]?.year, 2020);
  assert.equal(findRegistrationNumbers('KS 2018/124')[0]?.year, 2018);
});
