import { type CivilDate, civilDate, yearOf } from './civil-date.ts';

/** Where missing years come from: a plan or report year, or the date of the document (the nearest year is taken). */
export type DateReference = { readonly year?: number; readonly date?: CivilDate };

/** The Swedish months in their order. */
export const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];
export const weekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];
const ordinals =
  'första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde tjugoförsta tjugoandra tjugotredje tjugofjärde tjugofemte tjugosjätte tjugosjunde tjugoåttonde tjugonionde trettionde trettioförsta'.split(
    ' ',
  );

/** Patterns for building date forms; all are used with the flags `iu`. */
export const monthWord = `(?:${months.join('|')}|jan|febr?|apr|aug|sept?|okt|nov|dec)`;
export const ordinalWord = `(?:${[...ordinals].reverse().join('|')}|(?:tjugo|trettio)?förste|(?:tjugo)?andre)`;
export const wordStart = String.raw`(?<![\p{L}\p{N}-])`;
export const wordEnd = String.raw`(?![\p{L}\p{N}])`;

/** The Swedish name of an ISO weekday number. */
export function weekdayName(weekday: number): string {
  return weekdays[weekday - 1] ?? '';
}

/** The Swedish name of a month, 1 is January. */
export function monthName(month: number): string {
  return months[month - 1] ?? '';
}

/** The number of a month that is written out or abbreviated. */
export function monthNumber(word: string): number {
  return months.findIndex((month) => month.startsWith(word.toLowerCase().slice(0, 3))) + 1;
}

/** The number an ordinal stands for: "första" and "förste" are 1, "trettioförsta" 31; 0 for other words. */
export function ordinalNumber(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/förste$/u, 'första')
    .replace(/andre$/u, 'andra');
  return ordinals.indexOf(plain) + 1;
}

/** A day of a month, its year taken from the reference when none is stated: the year of the plan, or the one nearest the document. */
export function dayIn(
  day: number,
  month: number,
  year: number | undefined,
  reference: DateReference,
): CivilDate | undefined {
  const stated = year ?? reference.year;
  if (stated !== undefined) return civilDate(stated, month, day);
  if (reference.date === undefined) return undefined;
  const around = yearOf(reference.date);
  const distance = (date: CivilDate) => Math.abs(Date.parse(date) - Date.parse(reference.date!));
  return [around - 1, around, around + 1]
    .flatMap((candidate) => civilDate(candidate, month, day) ?? [])
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** The last day of a month. */
export function monthEnd(year: number, month: number): CivilDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
