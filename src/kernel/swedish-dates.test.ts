import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from './civil-date.ts';
import { findDates, findTimes, firstDate, weekdayAgrees, weekdayName } from './swedish-dates.ts';

const days = (text: string, reference = {}, forms = {}) => findDates(text, reference, forms).map((found) => found.date);

test('one, two and three dates in a row take the year of the report', () => {
  const reference = { year: 2023 };
  assert.deepEqual(days('hölls den 14 mars.', reference), ['2023-03-14']);
  assert.deepEqual(days('den 30 maj och den 20 september', reference), ['2023-05-30', '2023-09-20']);
  assert.deepEqual(days('den 14 mars, den 30 maj och den 20 september', reference), [
    '2023-03-14',
    '2023-05-30',
    '2023-09-20',
  ]);
  assert.deepEqual(days('den 14 och 15 mars', reference), ['2023-03-14', '2023-03-15']);
});

test('a stated year wins over the reference', () => {
  assert.deepEqual(days('24 november 2020 och 2020-11-24', { year: 1999 }), ['2020-11-24', '2020-11-24']);
  assert.equal(firstDate('Den 1:a november kommer en bok', { year: 2020 })?.date, '2020-11-01');
});

test('a date without year and without reference is none; with a document date the nearest year is taken', () => {
  assert.deepEqual(days('den 14 mars'), []);
  assert.deepEqual(days('den 8 december', { date: '2021-01-12' }), ['2020-12-08']);
});

test('months, ranges, abbreviations', () => {
  assert.deepEqual(firstDate('fattades i december 2022.')?.date, '2022-12');
  assert.equal(firstDate('december 2022')?.precision, 'month');
  assert.deepEqual(firstDate('30–31 mars', { year: 2023 })?.endDate, '2023-03-31');
  assert.deepEqual(days('uppföljning 23 okt 2020'), ['2020-10-23']);
});

test('ranges over months and years are one mention with a last day', () => {
  const ranges = (text: string) => findDates(text, { year: 2023 }).map(({ date, endDate }) => [date, endDate]);
  assert.deepEqual(ranges('1 jan–31 mars 2024'), [['2024-01-01', '2024-03-31']]);
  assert.deepEqual(ranges('15 december – 10 januari 2024'), [['2023-12-15', '2024-01-10']]);
  assert.deepEqual(ranges('den 30 november till den 2 februari'), [['2023-11-30', '2024-02-02']]);
  assert.deepEqual(ranges('2024-01-31--2024-06-30'), [['2024-01-31', '2024-06-30']]);
  assert.deepEqual(ranges('2024-06-30--2024-01-31'), [
    ['2024-06-30', undefined],
    ['2024-01-31', undefined],
  ]);
});

test('days that are written as ordinals', () => {
  assert.equal(firstDate('den förste april 2024')?.date, '2024-04-01');
  assert.equal(firstDate('den tjugoandra maj', { year: 2020 })?.date, '2020-05-22');
  assert.equal(firstDate('torsdagen den 30 januari', { year: 2020 })?.weekday, 4);
});

test('yymmdd and day/month only where they are asked for', () => {
  assert.deepEqual(days('190404 och 26/4', { year: 2019 }), []);
  assert.deepEqual(days('190404', {}, { compact: true }), ['2019-04-04']);
  assert.deepEqual(days('26/4 Nämnden', { year: 2019 }, { slash: true }), ['2019-04-26']);
  assert.deepEqual(days('Ön 32/2024', { year: 2019 }, { slash: true }), []);
});

test('what names no day is left out', () => {
  assert.deepEqual(days('30 februari 2023 och 2023-02-31 och 45 mars 2023'), []);
});

test('weekdays are kept and can be checked', () => {
  const right = firstDate('Torsdag 30 januari', { year: 2020 })!;
  const wrong = firstDate('Tisdag 25 november', { year: 2021 })!;
  assert.equal(right.weekday, 4);
  assert.equal(weekdayAgrees(right), true);
  assert.equal(weekdayAgrees(wrong), false);
  assert.equal(weekdayName(4), 'torsdag');
});

test('times in both styles', () => {
  assert.deepEqual(
    findTimes('kl. 09:00-15:30 eller 13.30-13.50').map(({ from, to, style }) => [from, to, style]),
    [
      ['09:00', '15:30', ':'],
      ['13:30', '13:50', '.'],
    ],
  );
  assert.deepEqual(
    findTimes('2020-10-27 12:24').map((time) => time.from),
    ['12:24'],
  );
  assert.equal(findTimes('kl. 09:00 - cirka 17:00')[0]?.to, '17:00');
  assert.deepEqual(
    findTimes('kl 09.00 – cirka 17, klockan 9 till 10.30, kl. 14, inte 15 eller 9–11').map(({ from, to }) => [
      from,
      to,
    ]),
    [
      ['09:00', '17:00'],
      ['09:00', '10:30'],
      ['14:00', undefined],
    ],
  );
  assert.deepEqual(findTimes('1.2.3 och 019-602 72 52 och 2020.11.24'), []);
});

test('every day that is written out is found again', () => {
  const names = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
      const date = addDays('1990-01-01', offset);
      const [year, month, day] = date.split('-').map(Number);
      return (
        firstDate(`mötet den ${day} ${names[month! - 1]} ${year}.`)?.date === date && firstDate(date)?.date === date
      );
    }),
  );
});

test('offsets always lie inside the text', () => {
  fc.assert(
    fc.property(fc.string(), (text) =>
      [...findDates(text, { year: 2024 }, { compact: true, slash: true }), ...findTimes(text)].every(
        (found) => found.start >= 0 && found.end <= text.length && found.start < found.end,
      ),
    ),
  );
});
