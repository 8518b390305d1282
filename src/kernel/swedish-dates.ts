import { type CivilDate, civilDate, weekdayOf, yearOf } from './civil-date.ts';
import {
  type DateReference,
  dayIn,
  monthNumber,
  monthWord,
  ordinalNumber,
  ordinalWord,
  weekdays,
  wordEnd,
  wordStart,
} from './swedish-date-words.ts';

export { type DateReference, monthName, weekdayName } from './swedish-date-words.ts';
export { findTimes, type TimeMention } from './swedish-times.ts';

/**
 * Dates as Swedish committee papers write them: "den 14 mars, den 30 maj och den 20 september", "2020-11-24", "Torsdag 30 januari", "den
 * förste april", "december 2022", "30–31 mars", "1 jan–31 mars 2024", and, where the reader asks for them, "190404" and "26/4". A date
 * without a year takes it from the document it stands in (the reference); a date without both year and reference is not a date. Quarters,
 * halves, seasons and weeks are periods: `swedish-periods.ts`.
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

export type DateForms = {
  /** Read six digits as a date, yymmdd. Only in table columns that hold dates: six digits may be anything elsewhere. */
  readonly compact?: boolean;
  /** Read "26/4" as day and month. Only in lists of dates: it may be a fraction or a case number elsewhere. */
  readonly slash?: boolean;
};

const range = String.raw`\s*(?:-{1,2}|–|till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?)\s*(?:den\s+)?`;
const iso = String.raw`\d{4}-\d{2}-\d{2}`;
const dayNumber = String.raw`\d{1,2}(?::?[ae])?`;
const weekdayName = String.raw`(?:(?<weekday>${weekdays.join('|')})(?:en)?\s+(?:den\s+)?|den\s+)?`;

const isoForm = new RegExp(String.raw`${wordStart}(?<from>${iso})(?:${range}(?<to>${iso}))?(?!\p{N}|-\p{N})`, 'giu');
const rangeForm = new RegExp(
  String.raw`${wordStart}${weekdayName}(?<day>${dayNumber})\s+(?<month>${monthWord})\.?(?:\s+(?<year>\d{4}))?${range}(?:(?:${weekdays.join('|')})\s+)?(?<toDay>${dayNumber})\s+(?<toMonth>${monthWord})\.?(?:\s+(?<toYear>\d{4}))?${wordEnd}`,
  'giu',
);
const longForm = new RegExp(
  String.raw`${wordStart}${weekdayName}(?<days>${dayNumber}(?:\s*(?:-|–|,|och)\s*(?:den\s+)?\d{1,2})*)\s+(?<month>${monthWord})\.?(?:\s+(?<year>\d{4}))?${wordEnd}`,
  'giu',
);
const ordinalForm = new RegExp(
  String.raw`${wordStart}${weekdayName}(?<ordinal>${ordinalWord})\s+(?<month>${monthWord})(?:\s+(?<year>\d{4}))?${wordEnd}`,
  'giu',
);
const monthForm = new RegExp(
  String.raw`${wordStart}(?<!\d\s{1,3})(?<month>${monthWord})\s+(?<year>\d{4})${wordEnd}`,
  'giu',
);
const compactForm = /(?<![\p{L}\p{N}-])(\d{2})(\d{2})(\d{2})(?![\p{L}\p{N}-])/gu;
const slashForm = /(?<![\p{L}\p{N}/])(\d{1,2})\/(\d{1,2})(?![\p{L}\p{N}/])/gu;

/** The forms in the order in which they may claim their words. */
const readers: readonly {
  readonly form: RegExp;
  /** What must stand somewhere in a text for the form to be in it: told at a fraction of the cost. */
  readonly needs?: RegExp;
  readonly only?: keyof DateForms;
  readonly read: (match: RegExpExecArray, reference: DateReference) => readonly DateMention[];
}[] = [
  { form: isoForm, needs: /\d-\d/u, read: isoMentions },
  {
    form: rangeForm,
    needs: new RegExp(String.raw`${monthWord}\.?(?:\s+\d{4})?\s*(?:-|–|till|t\.?\s?o)`, 'iu'),
    read: rangeMentions,
  },
  { form: longForm, needs: new RegExp(String.raw`\d(?::?[ae])?\s+${monthWord}`, 'iu'), read: longMentions },
  { form: ordinalForm, needs: new RegExp(ordinalWord, 'iu'), read: ordinalMentions },
  { form: monthForm, needs: new RegExp(String.raw`${monthWord}\s+\d{4}`, 'iu'), read: monthMentions },
  { form: compactForm, only: 'compact', read: compactMentions },
  { form: slashForm, only: 'slash', read: slashMentions },
];

/** All dates in a text, in the order in which they stand. Words that look like a date but name no day (30 februari) are left out. */
export function findDates(text: string, reference: DateReference = {}, forms: DateForms = {}): readonly DateMention[] {
  const found: DateMention[] = [];
  for (const { form, needs, only, read } of readers) {
    if ((only && !forms[only]) || (needs && !needs.test(text))) continue;
    for (const match of text.matchAll(form)) {
      const end = match.index + match[0].length;
      if (found.every((other) => end <= other.start || match.index >= other.end)) found.push(...read(match, reference));
    }
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

function mention(match: RegExpExecArray, date: string, rest: Partial<DateMention> = {}): DateMention {
  const weekday = match.groups?.weekday;
  return {
    start: match.index,
    end: match.index + match[0].length,
    date,
    precision: 'day',
    yearStated: true,
    ...rest,
    ...(weekday && { weekday: weekdays.indexOf(weekday.toLowerCase()) + 1 }),
  };
}

const ofIso = (text: string) => civilDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)));

/** A range whose end is no day, or lies before its beginning, is not a range: then each of its days stands for itself. */
function isoMentions(match: RegExpExecArray): readonly DateMention[] {
  const { from, to } = match.groups!;
  const [first, last] = [ofIso(from!), to === undefined ? undefined : ofIso(to)];
  if (first && last && first < last) return [mention(match, first, { endDate: last })];
  const single = (date: string | undefined, at: number): readonly DateMention[] =>
    date ? [{ ...mention(match, date), start: match.index + at, end: match.index + at + 10 }] : [];
  return [...single(first, 0), ...(to === undefined ? [] : single(last, match[0].length - 10))];
}

/** "1 jan–31 mars 2024", "15 december 2023 – 10 januari 2024": a year that stands only at the end is the year of the end. */
function rangeMentions(match: RegExpExecArray, reference: DateReference): readonly DateMention[] {
  const { day, month, year, toDay, toMonth, toYear } = match.groups!;
  const number = (text: string | undefined) => (text === undefined ? undefined : Number.parseInt(text, 10));
  const [fromMonth, lastMonth] = [monthNumber(month!), monthNumber(toMonth!)];
  const turns = lastMonth < fromMonth || (lastMonth === fromMonth && number(toDay)! < number(day)!);
  const base = year === undefined && toYear !== undefined ? Number(toYear) - (turns ? 1 : 0) : number(year);
  const first = dayIn(number(day)!, fromMonth, base, reference);
  const endYear = number(toYear) ?? (first && yearOf(first) + (turns ? 1 : 0));
  const last = first && dayIn(number(toDay)!, lastMonth, endYear, reference);
  if (!first || !last || first >= last) return [];
  return [mention(match, first, { endDate: last, yearStated: (year ?? toYear) !== undefined })];
}

/** "14 mars och 30 maj" are two matches; "14 och 15 mars" and "30–31 mars" are one match with several days. */
function longMentions(match: RegExpExecArray, reference: DateReference): readonly DateMention[] {
  const { days, month, year } = match.groups!;
  const stated = year === undefined ? undefined : Number(year);
  const numbers = [...days!.matchAll(/\d{1,2}/g)].map(Number);
  const isRange = /\d\s*[-–]\s*\d/.test(days!) && numbers.length === 2;
  const dates = numbers.map((day) => dayIn(day, monthNumber(month!), stated, reference));
  const yearStated = stated !== undefined;
  const [first, last] = dates;
  if (isRange) return first && last && first < last ? [mention(match, first, { endDate: last, yearStated })] : [];
  return dates.flatMap((date) => (date ? [mention(match, date, { yearStated })] : []));
}

function ordinalMentions(match: RegExpExecArray, reference: DateReference): readonly DateMention[] {
  const { ordinal, month, year } = match.groups!;
  const stated = year === undefined ? undefined : Number(year);
  const date = dayIn(ordinalNumber(ordinal!), monthNumber(month!), stated, reference);
  return date ? [mention(match, date, { yearStated: stated !== undefined })] : [];
}

function monthMentions(match: RegExpExecArray): readonly DateMention[] {
  const month = String(monthNumber(match.groups!.month!)).padStart(2, '0');
  return [mention(match, `${match.groups!.year}-${month}`, { precision: 'month' })];
}

function compactMentions(match: RegExpExecArray): readonly DateMention[] {
  const date = civilDate(2000 + Number(match[1]), Number(match[2]), Number(match[3]));
  return date ? [mention(match, date)] : [];
}

function slashMentions(match: RegExpExecArray, reference: DateReference): readonly DateMention[] {
  const date = dayIn(Number(match[1]), Number(match[2]), undefined, reference);
  return date ? [mention(match, date, { yearStated: false })] : [];
}
