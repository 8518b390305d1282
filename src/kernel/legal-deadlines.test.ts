import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths } from './civil-date.ts';
import {
  adjustmentDeadline,
  administrativeAppealDeadline,
  announcementDeadline,
  appealDeadline,
  budgetAdoptionDeadline,
  budgetProposalDeadline,
  interimDeadline,
  lateMatterDeadline,
  legalDeadlines,
  noticeDownEarliest,
  questionDeadline,
  reservationTextDeadline,
  summonsDeadline,
} from './legal-deadlines.ts';
import {
  easterSunday,
  isRestDay,
  nextWeekday,
  publicHolidayOn,
  publicHolidaysOf,
  restEveOn,
} from './swedish-holidays.ts';

test('the holidays of a year are those of the act; 6 June since 2005, Whit Monday until 2004', () => {
  assert.deepEqual(
    [...publicHolidaysOf(2026).entries()].map(([day, name]) => `${day} ${name}`),
    [
      '2026-01-01 newYearsDay',
      '2026-01-06 epiphany',
      '2026-04-03 goodFriday',
      '2026-04-05 easterSunday',
      '2026-04-06 easterMonday',
      '2026-05-01 firstOfMay',
      '2026-05-14 ascension',
      '2026-05-24 whitSunday',
      '2026-06-06 nationalDay',
      '2026-06-20 midsummerDay',
      '2026-10-31 allSaints',
      '2026-12-25 christmasDay',
      '2026-12-26 boxingDay',
    ],
  );
  assert.equal(publicHolidayOn('2004-05-31'), 'whitMonday');
  assert.equal(publicHolidayOn('2004-06-06'), undefined);
  assert.equal(publicHolidayOn('2005-05-16'), undefined);
  assert.equal(publicHolidayOn('2005-06-06'), 'nationalDay');
});

test('Easter of years whose moon is an exception', () => {
  assert.deepEqual([1954, 1981, 2000, 2019, 2049, 2076].map(easterSunday), [
    '1954-04-18',
    '1981-04-19',
    '2000-04-23',
    '2019-04-21',
    '2049-04-18',
    '2076-04-19',
  ]);
});

test('lag (1930:173): a time that ends on a Saturday, Sunday, holiday or eve ends on the next weekday', () => {
  assert.deepEqual(
    ['2026-06-19', '2026-12-24', '2026-12-31', '2026-04-02'].map((day) => [restEveOn(day), isRestDay(day)]),
    [
      ['midsummerEve', true],
      ['christmasEve', true],
      ['newYearsEve', true],
      [undefined, false],
    ],
  );
  assert.equal(nextWeekday('2026-12-24'), '2026-12-28');
  assert.equal(nextWeekday('2026-04-03'), '2026-04-07');
  assert.equal(nextWeekday('2026-03-02'), '2026-03-02');
});

test('R-KL-53: a meeting on 2020-11-24 is adjusted by 2020-12-08, and the date keeps how it was counted', () => {
  assert.deepEqual(adjustmentDeadline('2020-11-24'), {
    code: 'adjustBy',
    date: '2020-12-08',
    ruleId: 'R-KL-53',
    version: 1,
    inputs: { heldOn: '2020-11-24', days: 14 },
    source: 'kommunallagen 5:69',
  });
  assert.equal(adjustmentDeadline('2020-11-24', 7, 'reglemente').source, 'reglemente');
});

test('R-KL-55: what is adjusted on a Thursday is announced by the Saturday', () => {
  assert.equal(announcementDeadline('2026-03-05').date, '2026-03-07');
});

test('R-KL-57: three weeks from the announcement, and the next weekday when they end on a day of rest', () => {
  assert.equal(appealDeadline('2015-04-21').date, '2015-05-12');
  assert.equal(appealDeadline('2018-04-03').date, '2018-04-24');
  assert.equal(appealDeadline('2026-12-03').date, '2026-12-28', 'Christmas Eve');
  assert.equal(appealDeadline('2026-05-29').date, '2026-06-22', 'Midsummer Eve');
});

test('R-KL-60: the notice comes down the day after the last day of appeal, or after the margin of the authority', () => {
  assert.equal(noticeDownEarliest('2018-04-24').date, '2018-04-25');
  assert.equal(noticeDownEarliest('2018-04-24', 2).date, '2018-04-27');
});

test('R-KL-01: the notice of an assembly is out a week before, a late matter on the weekday before', () => {
  assert.equal(summonsDeadline('2026-03-10').date, '2026-03-03');
  assert.equal(lateMatterDeadline('2026-03-09').date, '2026-03-06');
  assert.equal(lateMatterDeadline('2026-04-07').date, '2026-04-02', 'over Easter');
});

test('R-KL-02 does not bind a nämnd to a week: the days of its reglemente are counted and named as the source', () => {
  const deadline = summonsDeadline('2026-03-10', 5, 'reglemente');
  assert.deepEqual([deadline.date, deadline.source], ['2026-03-05', 'reglemente']);
});

test('R-KL-36: the text of a reservation is due at the adjustment, or earlier by the reglemente, never later', () => {
  const due = (days?: number) => reservationTextDeadline('2020-11-24', '2020-12-08', days);
  assert.equal(due().date, '2020-12-08');
  assert.deepEqual([due(2).date, due(2).source], ['2020-11-26', 'reglemente']);
  assert.equal(due(30).date, '2020-12-08');
});

test('R-KL-72: the board proposes the budget by the end of October and it is adopted by the end of November', () => {
  assert.equal(budgetProposalDeadline(2027).date, '2026-10-31');
  assert.equal(budgetAdoptionDeadline(2027).date, '2026-11-30');
});

test('R-KL-73: an interim report is handed over within two months after its period', () => {
  assert.equal(interimDeadline('2026-08-31').date, '2026-10-31');
  assert.equal(interimDeadline('2026-06-30').date, '2026-08-31');
  assert.equal(interimDeadline('2026-12-31').date, '2027-02-28');
  assert.equal(interimDeadline('2026-06-15').date, '2026-08-15');
  assert.equal(addMonths('2027-12-31', 2), '2028-02-29');
});

test('R-FL-5: three weeks from the day the party had the decision, not from a notice', () => {
  assert.deepEqual(administrativeAppealDeadline('2026-12-03').inputs, { receivedOn: '2026-12-03' });
  assert.equal(administrativeAppealDeadline('2026-12-03').date, '2026-12-28');
});

test('R-ORG-2: a question is announced so many days before the meeting as the reglemente says', () => {
  assert.equal(questionDeadline('2026-03-10', 3).date, '2026-03-07');
});

test('every deadline names a rule and a source', () => {
  for (const { ruleId, source, version } of Object.values(legalDeadlines)) {
    assert.match(ruleId, /^R-(KL|FL|ORG|TF)-\d+$/);
    assert.ok(source.length > 0 && version > 0);
  }
});
