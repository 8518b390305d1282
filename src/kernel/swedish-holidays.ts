import { addDays, type CivilDate, civilDate, weekdayOf, yearOf } from './civil-date.ts';
import type { Localized } from './language.ts';

/** The public holidays of lag (1989:253) om allmänna helgdagar, beside all Sundays, which the act names as a whole. */
export const publicHolidays = {
  newYearsDay: { sv: 'nyårsdagen', en: 'New Year’s Day' },
  epiphany: { sv: 'trettondedag jul', en: 'Epiphany' },
  goodFriday: { sv: 'långfredagen', en: 'Good Friday' },
  easterSunday: { sv: 'påskdagen', en: 'Easter Sunday' },
  easterMonday: { sv: 'annandag påsk', en: 'Easter Monday' },
  firstOfMay: { sv: 'första maj', en: 'the First of May' },
  ascension: { sv: 'Kristi himmelsfärdsdag', en: 'Ascension Day' },
  whitSunday: { sv: 'pingstdagen', en: 'Whit Sunday' },
  whitMonday: { sv: 'annandag pingst', en: 'Whit Monday' },
  nationalDay: { sv: 'nationaldagen', en: 'the National Day' },
  midsummerDay: { sv: 'midsommardagen', en: 'Midsummer Day' },
  allSaints: { sv: 'alla helgons dag', en: 'All Saints’ Day' },
  christmasDay: { sv: 'juldagen', en: 'Christmas Day' },
  boxingDay: { sv: 'annandag jul', en: 'Boxing Day' },
} as const satisfies Record<string, Localized>;
export type PublicHoliday = keyof typeof publicHolidays;

/** The eves that lag (1930:173) 2 § puts on a par with a Sunday. Easter Eve and Whitsun Eve are Saturdays anyhow. */
export const restEves = {
  midsummerEve: { sv: 'midsommarafton', en: 'Midsummer Eve' },
  christmasEve: { sv: 'julafton', en: 'Christmas Eve' },
  newYearsEve: { sv: 'nyårsafton', en: 'New Year’s Eve' },
} as const satisfies Record<string, Localized>;
export type RestEve = keyof typeof restEves;

/**
 * Easter Sunday of a year of the Gregorian calendar, by the method printed anonymously in Nature in 1876: the golden number gives the moon, the
 * century its corrections, and the last step finds the Sunday after it.
 */
export function easterSunday(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const counted = epact + toSunday - 7 * lateMoon + 114;
  return civilDate(year, Math.floor(counted / 31), (counted % 31) + 1)!;
}

/** The public holidays of a year with their days, Sundays left out. 6 June has been one since 2005, Whit Monday was one until 2004 (SFS 2004:1320). */
export function publicHolidaysOf(year: number): ReadonlyMap<CivilDate, PublicHoliday> {
  const easter = easterSunday(year);
  const on = (month: number, day: number) => civilDate(year, month, day)!;
  return new Map<CivilDate, PublicHoliday>([
    [on(1, 1), 'newYearsDay'],
    [on(1, 6), 'epiphany'],
    [addDays(easter, -2), 'goodFriday'],
    [easter, 'easterSunday'],
    [addDays(easter, 1), 'easterMonday'],
    [on(5, 1), 'firstOfMay'],
    [addDays(easter, 39), 'ascension'],
    [addDays(easter, 49), 'whitSunday'],
    year < 2005 ? [addDays(easter, 50), 'whitMonday'] : [on(6, 6), 'nationalDay'],
    [saturdayFrom(on(6, 20)), 'midsummerDay'],
    [saturdayFrom(on(10, 31)), 'allSaints'],
    [on(12, 25), 'christmasDay'],
    [on(12, 26), 'boxingDay'],
  ]);
}

/** The holiday a day is, or undefined; an ordinary Sunday is no named holiday. */
export function publicHolidayOn(date: CivilDate): PublicHoliday | undefined {
  return publicHolidaysOf(yearOf(date)).get(date);
}

/** The eve a day is, or undefined. */
export function restEveOn(date: CivilDate): RestEve | undefined {
  if (date.endsWith('-12-24')) return 'christmasEve';
  if (date.endsWith('-12-31')) return 'newYearsEve';
  return publicHolidayOn(addDays(date, 1)) === 'midsummerDay' ? 'midsummerEve' : undefined;
}

/** Whether the day is one on which a time of law does not run out: Saturday, Sunday, public holiday or one of the eves (lag 1930:173 2 §). */
export function isRestDay(date: CivilDate): boolean {
  return weekdayOf(date) >= 6 || publicHolidayOn(date) !== undefined || restEveOn(date) !== undefined;
}

/** The day itself, or the next weekday when it is a day of rest (lag 1930:173 2 §). */
export function nextWeekday(date: CivilDate): CivilDate {
  let day = date;
  while (isRestDay(day)) day = addDays(day, 1);
  return day;
}

/** So many working days after a day, which itself is not counted: the clock of what is answered within the house. */
export function addWorkingDays(date: CivilDate, days: number): CivilDate {
  let day = date;
  for (let left = days; left > 0; left -= 1) day = nextWeekday(addDays(day, 1));
  return day;
}

/** The last weekday before a day. Saturdays are left out, too: a notice that is up on the Friday is in time however the word is read. */
export function weekdayBefore(date: CivilDate): CivilDate {
  let day = addDays(date, -1);
  while (isRestDay(day)) day = addDays(day, -1);
  return day;
}

function saturdayFrom(date: CivilDate): CivilDate {
  return addDays(date, 6 - (weekdayOf(date) % 7));
}
