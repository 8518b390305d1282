import { type CivilDate, civilDate, weekdayOf, yearOf } from './civil-date.ts';

/**
 * Dates and times as Swedish committee papers write them: "den 14 mars, den 30 maj och den 20 september", "2020-11-24", "Torsdag 30 januari",
 * "december 2022", "30–31 mars", and, where the reader asks for them, "190404" and "26/4". A date without a year takes it from the document
 * it stands in (the reference); a date without both year and reference is not a date.
 */
export type DateMention = {
  /** Offsets of the words in the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** `YYYY-MM-DD`, or `YYYY-MM` when only the month is stated. */
  readonly date: string;
  readonly precision: 'day' | 'month';
  /** Whether the year stands in the words themselves; otherwise it came from the reference. */
  readonly yearStated: boolean;
  /** The last day of a range ("30–31 mars"). */
  readonly endDate?: CivilDate;
  /** The weekday that is printed before the date, 1 is Monday. It may disagree with the calendar: that is for the reader to report. */
  readonly weekday?: number;
};

/** Where missing years come from: a plan or report year, or the date of the document (the nearest year is taken). */
export type DateReference = { readonly year?: number; readonly date?: CivilDate };

export type DateForms = {
  /** Read six digits as a date, yymmdd. Only in table columns that hold dates: six digits may be anything elsewhere. */
  readonly compact?: boolean;
  /** Read "26/4" as day and month. Only in lists of dates: it may be a fraction or a case number elsewhere. */
  readonly slash?: boolean;
};

const months = [
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
const weekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];
const monthWord = `(?:${months.join('|')}|jan|febr?|apr|aug|sept?|okt|nov|dec)`;
const letterBefore = String.raw`(?<![\p{L}\p{N}-])`;
const wordEnd = String.raw`(?![\p{L}\p{N}])`;

const isoForm = /(?<![\p{L}\p{N}-])(\d{4})-(\d{2})-(\d{2})(?![\p{N}-])/gu;
const longForm = new RegExp(
  String.raw`${letterBefore}(?:(?<weekday>${weekdays.join('|')})(?:en)?\s+)?(?:den\s+)?(?<days>\d{1,2}(?::?[ae])?(?:\s*(?:-|–|,|och)\s*(?:den\s+)?\d{1,2})*)\s+(?<month>${monthWord})\.?(?:\s+(?<year>\d{4}))?${wordEnd}`,
  'giu',
);
const monthForm = new RegExp(String.raw`${letterBefore}(?<!\d\s{1,3})(${monthWord})\s+(\d{4})${wordEnd}`, 'giu');
const compactForm = /(?<![\p{L}\p{N}-])(\d{2})(\d{2})(\d{2})(?![\p{L}\p{N}-])/gu;
const slashForm = /(?<![\p{L}\p{N}/])(\d{1,2})\/(\d{1,2})(?![\p{L}\p{N}/])/gu;

/** All dates in a text, in the order in which they stand. Words that look like a date but name no day (30 februari) are left out. */
export function findDates(text: string, reference: DateReference = {}, forms: DateForms = {}): readonly DateMention[] {
  const found: DateMention[] = [];
  const free = (start: number, end: number) => found.every((other) => end <= other.start || start >= other.end);
  for (const match of text.matchAll(isoForm)) {
    const date = civilDate(Number(match[1]), Number(match[2]), Number(match[3]));
    if (date)
      found.push({ start: match.index, end: match.index + match[0].length, date, precision: 'day', yearStated: true });
  }
  for (const match of text.matchAll(longForm)) found.push(...longMentions(match, reference));
  for (const match of text.matchAll(monthForm)) {
    const end = match.index + match[0].length;
    const month = String(monthNumber(match[1]!)).padStart(2, '0');
    if (free(match.index, end))
      found.push({ start: match.index, end, date: `${match[2]}-${month}`, precision: 'month', yearStated: true });
  }
  if (forms.compact)
    for (const match of text.matchAll(compactForm)) {
      const date = civilDate(2000 + Number(match[1]), Number(match[2]), Number(match[3]));
      if (date && free(match.index, match.index + 6))
        found.push({ start: match.index, end: match.index + 6, date, precision: 'day', yearStated: true });
    }
  if (forms.slash)
    for (const match of text.matchAll(slashForm)) {
      const date = dayIn(Number(match[1]), Number(match[2]), undefined, reference);
      if (date)
        found.push({
          start: match.index,
          end: match.index + match[0].length,
          date,
          precision: 'day',
          yearStated: false,
        });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** The first date in a text, for labelled values ("Sammanträdesdatum: …"). */
export function firstDate(text: string, reference: DateReference = {}, forms: DateForms = {}): DateMention | undefined {
  return findDates(text, reference, forms)[0];
}

/** Whether a printed weekday agrees with the calendar; true when none is printed. */
export function weekdayAgrees(mention: DateMention): boolean {
  return mention.weekday === undefined || mention.precision === 'month' || weekdayOf(mention.date) === mention.weekday;
}

/** The Swedish name of an ISO weekday number. */
export function weekdayName(weekday: number): string {
  return weekdays[weekday - 1] ?? '';
}

/** The Swedish name of a month, 1 is January. */
export function monthName(month: number): string {
  return months[month - 1] ?? '';
}

/** "14 mars och 30 maj" are two matches; "14 och 15 mars" and "30–31 mars" are one match with several days. */
function longMentions(match: RegExpExecArray, reference: DateReference): readonly DateMention[] {
  const { weekday, days, month, year } = match.groups as Record<string, string | undefined>;
  const stated = year === undefined ? undefined : Number(year);
  const numbers = [...days!.matchAll(/\d{1,2}/g)].map(Number);
  const isRange = /\d\s*[-–]\s*\d/.test(days!) && numbers.length === 2;
  const dates = numbers.map((day) => dayIn(day, monthNumber(month!), stated, reference));
  const base = {
    start: match.index,
    end: match.index + match[0].length,
    precision: 'day' as const,
    yearStated: stated !== undefined,
    ...(weekday && { weekday: weekdays.indexOf(weekday.toLowerCase()) + 1 }),
  };
  const [first, last] = dates;
  if (isRange) return first && last && first < last ? [{ ...base, date: first, endDate: last }] : [];
  return dates.flatMap((date) => (date ? [{ ...base, date }] : []));
}

function monthNumber(word: string): number {
  return months.findIndex((month) => month.startsWith(word.toLowerCase().slice(0, 3))) + 1;
}

function dayIn(day: number, month: number, year: number | undefined, reference: DateReference): CivilDate | undefined {
  if (year !== undefined) return civilDate(year, month, day);
  if (reference.year !== undefined) return civilDate(reference.year, month, day);
  if (reference.date === undefined) return undefined;
  const around = yearOf(reference.date);
  const distance = (date: CivilDate) => Math.abs(Date.parse(date) - Date.parse(reference.date!));
  return [around - 1, around, around + 1]
    .flatMap((candidate) => civilDate(candidate, month, day) ?? [])
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** A time of day or a span of times, normalised to `HH:MM`; `style` keeps how it was printed. */
export type TimeMention = {
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to?: string;
  readonly style: ':' | '.' | 'mixed';
};

const timeForm =
  /(?<![\p{L}\p{N}.:,-])([01]?\d|2[0-4])([:.])([0-5]\d)(?:\s*[-–]\s*(?:ca\.?\s+|cirka\s+)?([01]?\d|2[0-4])([:.])([0-5]\d))?(?![\p{L}\p{N}:]|[.,]\d)/gu;

/** All times of day in a text: "09:00-15:30", "kl. 13.30–13.50". */
export function findTimes(text: string): readonly TimeMention[] {
  return [...text.matchAll(timeForm)].map((match) => {
    const [whole, hour, mark, minute, toHour, toMark, toMinute] = match;
    const to = toHour === undefined ? undefined : `${toHour.padStart(2, '0')}:${toMinute}`;
    return {
      start: match.index,
      end: match.index + whole.length,
      from: `${hour!.padStart(2, '0')}:${minute}`,
      ...(to && { to }),
      style: toMark !== undefined && toMark !== mark ? 'mixed' : (mark as ':' | '.'),
    };
  });
}
