import { addDays, addMonths, type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Problem } from '../../kernel/problem.ts';

/** A day, a month or a year, as exactly as it was printed: `YYYY-MM-DD`, `YYYY-MM` or `YYYY` (PRJ-06). */
export type PartialDay = string;

/** Whether a text is a day that exists, a month or a year. */
export function isPartialDay(text: string): boolean {
  return /^\d{4}(?:-\d{2}){0,2}$/u.test(text) && isCivilDate(firstDayOf(text));
}

/** The first day that is meant: where it stands in an order of days. */
export function firstDayOf(day: PartialDay): CivilDate {
  return `${day}-01-01`.slice(0, 10);
}

/** The last day that is meant: what is due in June is late in July. */
export function lastDayOf(day: PartialDay): CivilDate {
  if (day.length === 4) return `${day}-12-31`;
  return day.length === 7 ? addDays(addMonths(`${day}-01`, 1), -1) : day;
}

/** The problems of days or months that are written and do not exist, by the path of each. */
export function partialDayProblems(days: Readonly<Record<string, string | null | undefined>>): readonly Problem[] {
  return Object.entries(days).flatMap(([path, day]) =>
    day && !isPartialDay(day) ? [{ path, key: 'projects.dayOrMonth' }] : [],
  );
}

/** The problem of an end before its start; months are read as widely as they can be. */
export function orderProblems(
  start: PartialDay | null | undefined,
  end: PartialDay | null | undefined,
  path: string,
): readonly Problem[] {
  if (!start || !end || !isPartialDay(start) || !isPartialDay(end)) return [];
  return lastDayOf(end) < firstDayOf(start) ? [{ path, key: 'projects.endsBeforeStart' }] : [];
}
