import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { holdsPersonalNumber, personalNumberProblems } from './personal-number.ts';

/** Invented numbers: the digits of a day and three more, with the last digit that makes them fit. */
const numbers = fc
  .record({
    year: fc.integer({ min: 1900, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 61, max: 88 })),
    rest: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ year, month, day, rest }) => {
    const two = (number: number) => String(number).padStart(2, '0');
    const nine = `${two(year % 100)}${two(month)}${two(day)}${String(rest).padStart(3, '0')}`;
    const sum = [...nine].reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + Math.floor(value / 10) + (value % 10);
    }, 0);
    return {
      century: Math.floor(year / 100),
      six: nine.slice(0, 6),
      four: `${nine.slice(6)}${(10 - (sum % 10)) % 10}`,
    };
  });

test('a number is found however it is written, in the middle of a sentence', () => {
  fc.assert(
    fc.property(numbers, fc.constantFrom('-', '+', '', ' ', '–'), fc.boolean(), ({ century, six, four }, sign, long) =>
      holdsPersonalNumber(`Journalen för ${long ? century : ''}${six}${sign}${four}, avdelning 3.`),
    ),
  );
});

test('a wrong last digit, a day that is none, amounts, dates, phone and registration numbers are none', () => {
  fc.assert(
    fc.property(numbers, ({ six, four }) => {
      const wrong = (Number(four.at(-1)) + 1) % 10;
      return !holdsPersonalNumber(`${six}-${four.slice(0, 3)}${wrong}`);
    }),
  );
  for (const text of ['232100-9999', '2026-11-22', '140 441 personer', '0581-12 34 56', '26RS1234', '990045-1234', ''])
    assert.equal(holdsPersonalNumber(text), false, text);
});

test('the problem names the field', () => {
  assert.deepEqual(
    personalNumberProblems({ purpose: 'Se om vårdplanen följs.', scope: `Patient 19121212-${'1212'}`, none: null }),
    [{ path: 'scope', key: 'privacy.personalNumber' }],
  );
});
