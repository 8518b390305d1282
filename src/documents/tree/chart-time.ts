import type { Language } from '../../kernel/language.ts';

const shape = /^(?<year>\d{4})(?:-(?:[KkQqTt](?<quarter>[1-4])|(?<month>\d{2})(?:-(?<day>\d{2}))?))?$/u;

/** Where a time begins and ends on an axis of years: 2025 from 2025 to 2026. */
type Stretch = { readonly from: number; readonly to: number };

function stretchOf(time: string): Stretch | undefined {
  const { year, quarter, month, day } = shape.exec(time)?.groups ?? {};
  if (year === undefined) return undefined;
  const begins = Number(year);
  if (quarter !== undefined) return { from: begins + (Number(quarter) - 1) / 4, to: begins + Number(quarter) / 4 };
  if (month === undefined) return { from: begins, to: begins + 1 };
  const before = Number(month) - 1;
  if (before < 0 || before > 11) return undefined;
  if (day === undefined) return { from: begins + before / 12, to: begins + (before + 1) / 12 };
  const days = (Number(day) - 1) / 31;
  return days < 0 || days >= 1
    ? undefined
    : { from: begins + (before + days) / 12, to: begins + (before + days + 1 / 31) / 12 };
}

/**
 * Where a number lies on the axis, in years: what is told of a year, quarter or month is told at its end, so that a year and its last day are one place.
 * Undefined for what is no time, so that a chart never places a number where its source did not.
 */
export function timePlace(time: string): number | undefined {
  return stretchOf(time)?.to;
}

/** Where a time begins on the axis: from when a target or another way of counting holds. */
export function timeStart(time: string): number | undefined {
  return stretchOf(time)?.from;
}

/** The year in which a place on the axis lies; the turn of a year is the end of the old one. */
export function yearOfPlace(place: number): number {
  return Math.ceil(place - 1e-9) - 1;
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
