import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, weekdayOf } from './civil-date.ts';
import { monthName, ordinalNumber } from './swedish-date-words.ts';
import { findPeriods, unreadableDates } from './swedish-periods.ts';

const reference = { year: 2024 };
const first = (text: string) => {
  const found = findPeriods(text, reference)[0];
  return found && [found.from, found.to, found.precision];
};

for (const [text, from, to, precision] of [
  ['kvartal 2 2024', '2024-04-01', '2024-06-30', 'quarter'],
  ['Q4 2025', '2025-10-01', '2025-12-31', 'quarter'],
  ['under tredje kvartalet', '2024-07-01', '2024-09-30', 'quarter'],
  ['halvår 1 2026', '2026-01-01', '2026-06-30', 'half'],
  ['Halvår 2, 2026', '2026-07-01', '2026-12-31', 'half'],
  ['andra halvåret 2025', '2025-07-01', '2025-12-31', 'half'],
  ['hösten 2023', '2023-09-01', '2023-11-30', 'season'],
  ['under våren', '2024-03-01', '2024-05-31', 'season'],
  ['vintern 2023/2024', '2023-12-01', '2024-02-29', 'season'],
  ['halvårsskiftet', '2024-06-30', '2024-07-01', 'day'],
  ['årsskiftet 2024/2025', '2024-12-31', '2025-01-01', 'day'],
  ['v. 47', '2024-11-18', '2024-11-24', 'week'],
  ['vecka 1 2021', '2021-01-04', '2021-01-10', 'week'],
  ['v 46–47 2024', '2024-11-11', '2024-11-24', 'week'],
  ['april–juni 2024', '2024-04-01', '2024-06-30', 'month'],
  ['november till februari 2023', '2023-11-01', '2024-02-29', 'month'],
  ['i juni 2023', '2023-06-01', '2023-06-30', 'month'],
  ['under 2022', '2022-01-01', '2022-12-31', 'year'],
  ['åren 2023–2026', '2023-01-01', '2026-12-31', 'year'],
  ['1 jan–31 mars 2024', '2024-01-01', '2024-03-31', 'day'],
  ['2024-01-31--2024-06-30', '2024-01-31', '2024-06-30', 'day'],
  ['30-31 mars', '2024-03-30', '2024-03-31', 'day'],
  ['2023-01-01 och tills vidare', '2023-01-01', undefined, 'day'],
] as const)
  test(`"${text}"`, () => assert.deepEqual(first(text), [from, to, precision]));

test('without a year and without a reference nothing is a period', () => {
  assert.deepEqual(findPeriods('under hösten, v. 47, kvartal 2, den 30 maj'), []);
  assert.equal(findPeriods('v. 53 2024').length, 0, '2024 has no week 53');
});

test('words that only look like a period are none', () => {
  assert.deepEqual(findPeriods('höstens program, version 2, 14 v. 3x, halvårsrapport, § 4', reference), []);
});

test('a misprinted date is told and not guessed', () => {
  assert.deepEqual(
    unreadableDates('antogs 2019-0619 och 2023-02-31, dock inte 2018-2019, 232100-0164 eller 2024-02-29').map(
      ({ text }) => text,
    ),
    ['2019-0619', '2023-02-31'],
  );
  assert.deepEqual(
    unreadableDates('den 31 april, 29 februari, 201906-19, 2024-1-5').map(({ text }) => text),
    ['den 31 april', '201906-19', '2024-1-5'],
  );
  assert.deepEqual(findPeriods('antogs 2019-0619', {}), []);
});

const day = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays('1990-01-01', offset));

test('every week that is written out is found again, from Monday to Sunday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2050 }), fc.integer({ min: 1, max: 52 }), (year, week) => {
      const found = findPeriods(`v. ${week} ${year}`)[0]!;
      return weekdayOf(found.from) === 1 && found.to === addDays(found.from, 6);
    }),
  );
});

test('every range of days that is written out is found again', () => {
  const spoken = (date: string) => {
    const [year, month, of] = date.split('-').map(Number);
    return `${of} ${monthName(month!)} ${year}`;
  };
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 1, max: 900 }),
      fc.constantFrom('–', ' - ', ' till ', ' t.o.m. '),
      (from, length, dash) => {
        const to = addDays(from, length);
        return [`${from}${dash}${to}`, `den ${spoken(from)}${dash}${spoken(to)}`].every((text) => {
          const found = findPeriods(`Avtalet gäller ${text}.`);
          return found.length === 1 && found[0]!.from === from && found[0]!.to === to && found[0]!.yearStated;
        });
      },
    ),
  );
});

test('ordinals of days are numbers', () => {
  assert.deepEqual(
    ['förste', 'första', 'andre', 'tjugoförsta', 'tjugoandre', 'trettioförste', 'sist'].map(ordinalNumber),
    [1, 1, 2, 21, 22, 31, 0],
  );
});

test('offsets always lie inside the text', () => {
  fc.assert(
    fc.property(fc.string(), (text) =>
      [...findPeriods(text, reference), ...unreadableDates(text)].every(
        (found) => found.start >= 0 && found.end <= text.length && found.start < found.end,
      ),
    ),
  );
});
