import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CivilDate } from '../../src/kernel/civil-date.ts';
import {
  adjustmentDeadline,
  announcementDeadline,
  appealDeadline,
  interimDeadline,
  lateMatterDeadline,
  noticeDownEarliest,
  summonsDeadline,
} from '../../src/kernel/legal-deadlines.ts';
import { type Fault, type SecondCalendar, secondCalendar } from './second-calendar.ts';

const product = {
  adjustBy: (day: CivilDate) => adjustmentDeadline(day).date,
  announceBy: (day: CivilDate) => announcementDeadline(day).date,
  appealLast: (day: CivilDate) => appealDeadline(day).date,
  noticeDownEarliest: (day: CivilDate) => noticeDownEarliest(appealDeadline(day).date).date,
  summonBy: (day: CivilDate) => summonsDeadline(day).date,
  lateMatterBy: (day: CivilDate) => lateMatterDeadline(day).date,
  interimToCouncil: (day: CivilDate) => interimDeadline(day).date,
} as const;
type Counted = keyof typeof product;
const all = Object.keys(product) as readonly Counted[];

/** The product's answers for every start day, counted once: by deadline, in the order of the days. */
const days = [...secondCalendar().days];
const answers: Readonly<Record<Counted, readonly CivilDate[]>> = answersOf(secondCalendar());

function answersOf(calendar: SecondCalendar) {
  const starts = days.map((day) => calendar.text(day));
  return Object.fromEntries(all.map((code) => [code, starts.map(product[code])])) as unknown as Record<
    Counted,
    readonly CivilDate[]
  >;
}

/** Every start day on which the two calendars do not say the same. */
function differences(calendar: SecondCalendar, code: Counted): readonly string[] {
  return days.flatMap((day, i) => {
    const second = calendar.text(calendar[code](day));
    return second === answers[code][i] ? [] : [`${calendar.text(day)}: ${answers[code][i]}, not ${second}`];
  });
}

for (const [code, ruleId] of [
  ['adjustBy', 'R-KL-53'],
  ['announceBy', 'R-KL-55'],
  ['appealLast', 'R-KL-57'],
  ['noticeDownEarliest', 'R-KL-60'],
  ['summonBy', 'R-KL-01'],
  ['lateMatterBy', 'R-KL-01'],
  ['interimToCouncil', 'R-KL-73'],
] as const)
  test(`${ruleId}: ${code} agrees with a second calendar for every start day from 1990 to 2100`, () => {
    assert.equal(days.length, 40_542);
    assert.deepEqual(differences(secondCalendar(), code), []);
  });

const faults: readonly (readonly [Fault, Counted])[] = [
  ['whitMondayForever', 'appealLast'],
  ['sixthOfJuneAlways', 'appealLast'],
  ['midsummerEveIsAWeekday', 'appealLast'],
  ['newYearsEveIsAWeekday', 'lateMatterBy'],
  ['allSaintsAWeekLater', 'appealLast'],
  ['easterWithoutException', 'appealLast'],
  ['saturdaysCount', 'lateMatterBy'],
  ['twentyTwoDays', 'appealLast'],
  ['monthIsThirtyDays', 'interimToCouncil'],
];
for (const [fault, code] of faults)
  test(`negative control: a calendar with the fault ${fault} is seen`, () => {
    assert.notEqual(differences(secondCalendar(fault), code).length, 0);
  });
