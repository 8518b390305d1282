import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRegistrationNumbers, isRegistrationNumber, leadingRegistrationNumber } from './registration-number.ts';

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
  'LTV 150123',
  '2016-00012',
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
    findRegistrationNumbers(
      '2020-11-24 kl. 09:00, 019-602 72 52, 48 (77), 1/2, 26/4, S2020:8, 232100-0164, SOU 2017:114',
    ),
    [],
  );
});

test('the year is read from the number', () => {
  assert.equal(findRegistrationNumbers('20RS10323')[0]?.year, 2020);
  assert.equal(findRegistrationNumbers('KS 2018/124')[0]?.year, 2018);
});

test('a code stuck to the year is not part of the number', () => {
  assert.equal(findRegistrationNumbers('00123/20212.6.')[0]?.text, '00123/2021');
});

test('beside the number of a § the short form is a number, bare or behind its label', () => {
  const numbers = ['1317/22', 'Dnr 2016-00012 Val', 'Ärendenummer ABC-2024-00074', 'Dnr KS 2018/14   Information'];
  assert.deepEqual(
    numbers.map((text) => leadingRegistrationNumber(text)?.text),
    ['1317/22', '2016-00012', 'ABC-2024-00074', 'KS 2018/14'],
  );
  assert.equal(leadingRegistrationNumber('Motion om 1/2 plats'), undefined);
});
