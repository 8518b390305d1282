import { addDays, type CivilDate, civilDate, weekdayOf, yearOf } from '../../kernel/civil-date.ts';
import { isRestDay, publicHolidayOn, restEveOn } from '../../kernel/swedish-holidays.ts';

/** The week of a day by ISO 8601: it belongs to the year in which its Thursday lies. */
export function isoWeekOf(date: CivilDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const year = yearOf(thursday);
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return { year, week: Math.floor(dayOfYear / 7) + 1 };
}

/** The day of a week of a year. Week 1 has 4 January in it. */
export function dayOfIsoWeek(year: number, week: number, weekday: number): CivilDate {
  const fourth = civilDate(year, 1, 4)!;
  return addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7 + weekday - 1);
}

/**
 * The days of a year by the rule of an earlier one: the Tuesday of week 48 becomes the Tuesday of week 48. A holiday or an eve, a day that is taken or
 * one that falls outside the year gives way to the same weekday of the nearest week that is free, the later first. The proposals stand in the
 * order of the days given, which are taken from first to last.
 */
export function proposeDates(dates: readonly CivilDate[], year: number): readonly CivilDate[] {
  const taken = new Set<CivilDate>();
  return dates.map((date) => {
    const wished = dayOfIsoWeek(year, isoWeekOf(date).week, weekdayOf(date));
    const day = nearestFree(wished, year, taken);
    taken.add(day);
    return day;
  });
}

/** A plan of more days than the year has weeks finds no free one on its weekday, and goes on with any weekday that is free. */
function nearestFree(wished: CivilDate, year: number, taken: ReadonlySet<CivilDate>): CivilDate {
  const free = (day: CivilDate) => yearOf(day) === year && !isHoliday(day) && !taken.has(day);
  for (let weeks = 0; weeks <= 53; weeks += 1)
    for (const day of [addDays(wished, weeks * 7), addDays(wished, -weeks * 7)]) if (free(day)) return day;
  let day = civilDate(year, 1, 1)!;
  while (isRestDay(day) || taken.has(day)) day = addDays(day, 1);
  return day;
}

/** A body that met on a Saturday means to; a Saturday as such is therefore no reason to move, a holiday or an eve is. */
function isHoliday(day: CivilDate): boolean {
  return publicHolidayOn(day) !== undefined || restEveOn(day) !== undefined;
}
