import { addDays, addMonths, type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Problem } from '../../kernel/problem.ts';

/** A day or a month, as exactly as it was printed: `YYYY-MM-DD` or `YYYY-MM` (PRJ-06). */
export type PartialDay = string;

/** Whether a text is a day that exists, or a month. */
export function isPartialDay(text: string): boolean {
  return isCivilDate(text) || (/^\d{4}-\d{2}$/u.test(text) && isCivilDate(`${text}-01`));
}

/** The first day that is meant: where it stands in an order of days. */
export function firstDayOf(day: PartialDay): CivilDate {
  return day.length === 7 ? `${day}-01` : day;
}

/** The last day that is meant: what is due in June is late in July. */
export function lastDayOf(day: PartialDay): CivilDate {
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
