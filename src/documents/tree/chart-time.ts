import type { Language } from '../../kernel/language.ts';

const shape = /^(?<year>\d{4})(?:-(?:[KkQqTt](?<quarter>[1-4])|(?<month>\d{2})(?:-(?<day>\d{2}))?))?$/u;

/**
 * Where a time lies on the axis, in years: a year at its beginning, a quarter, month or day within it. Undefined for what is no time, so that a
 * chart never places a number where its source did not.
 */
export function timePlace(time: string): number | undefined {
  const { year, quarter, month, day } = shape.exec(time)?.groups ?? {};
  if (year === undefined) return undefined;
  if (quarter !== undefined) return Number(year) + (Number(quarter) - 1) / 4;
  const ofMonth = month === undefined ? 1 : Number(month);
  if (ofMonth < 1 || ofMonth > 12) return undefined;
  return Number(year) + (ofMonth - 1) / 12 + (day === undefined ? 0 : (Number(day) - 1) / 366);
}

const months = {
  sv: ['jan', 'feb', 'mars', 'april', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const satisfies Record<Language, readonly string[]>;

/** A time in short words: 2025, kv 2 2025, juni 2025, 30 juni 2025. What is no time stands as it is. */
export function timeWords(time: string, language: Language): string {
  const { year, quarter, month, day } = shape.exec(time)?.groups ?? {};
  if (year === undefined) return time;
  if (quarter !== undefined) return language === 'sv' ? `kv ${quarter} ${year}` : `Q${quarter} ${year}`;
  if (month === undefined) return year;
  const name = months[language][Number(month) - 1];
  if (name === undefined) return time;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** Whether a time names a whole year. */
export function isYear(time: string): boolean {
  return /^\d{4}$/u.test(time);
}
