import { addDays, type CivilDate, civilDate, weekdayOf, yearOf } from './civil-date.ts';
import { type DateReference, monthEnd, monthNumber, monthWord, wordEnd, wordStart } from './swedish-date-words.ts';
import { findDates } from './swedish-dates.ts';

export const periodPrecisions = ['day', 'month', 'quarter', 'half', 'season', 'week', 'year'] as const;
export type PeriodPrecision = (typeof periodPrecisions)[number];

/**
 * A stretch of time as a paper words it, with its first and last day: "kvartal 2 2024", "halvår 1 2026", "hösten 2023", "v. 47", "april–juni
 * 2024", "årsskiftet 2024/2025", "2023-01-01 och tills vidare", and every day and month that `findDates` knows. The precision tells how exact
 * the words are: a season's first day is ours, not the paper's.
 */
export type PeriodMention = {
  readonly start: number;
  readonly end: number;
  readonly from: CivilDate;
  /** The last day; absent when the period runs until further notice. */
  readonly to?: CivilDate;
  readonly precision: PeriodPrecision;
  readonly yearStated: boolean;
};

type Stretch = { readonly from: CivilDate; readonly to: CivilDate };
type PeriodForm = {
  readonly precision: PeriodPrecision;
  readonly form: RegExp;
  /** The days of the period in a year. */
  readonly days: (groups: Record<string, string | undefined>, year: number) => Stretch | undefined;
};

const year = String.raw`(?:(?:,?\s+|\s*/\s*)(?:år\s+)?(?<year>(?:19|20)\d{2}))`;
const form = (pattern: string) => new RegExp(`${wordStart}${pattern}${wordEnd}`, 'giu');
const rank = `(?<rank>första|andra|tredje|fjärde|sista|1:a|2:a|3:e|4:e)`;
const ranks: Readonly<Record<string, number>> = { första: 1, andra: 2, tredje: 3, fjärde: 4, sista: 4 };
const dash = String.raw`\s*(?:-|–|till(?:\s+och\s+med)?)\s*`;

/** Seasons by the calendar of the authorities' weather service; winter begins in the year that is named. */
const seasons: Readonly<Record<string, readonly [number, number]>> = {
  vår: [3, 5],
  sommar: [6, 8],
  höst: [9, 11],
  vinter: [12, 14],
};

const forms: readonly PeriodForm[] = [
  {
    precision: 'month',
    form: form(String.raw`(?<first>${monthWord})\.?${dash}(?<last>${monthWord})\.?${year}?`),
    days: ({ first, last }, ofYear) => monthsOf(ofYear, monthNumber(first!), monthNumber(last!)),
  },
  {
    precision: 'quarter',
    form: form(String.raw`(?:(?:kvartal|kv\.?|Q)\s*(?<number>[1-4])|${rank}\s+kvartalet)${year}?`),
    days: ({ number, rank }, ofYear) => {
      const quarter = Number(number ?? ranked(rank!));
      return monthsOf(ofYear, quarter * 3 - 2, quarter * 3);
    },
  },
  {
    precision: 'half',
    form: form(String.raw`(?:halvår(?:et)?\s*(?<number>[12])|(?<rank>första|andra|sista|1:a|2:a)\s+halvåret)${year}?`),
    days: ({ number, rank }, ofYear) => {
      const half = Number(number ?? (rank === undefined ? 1 : Math.min(ranked(rank), 2)));
      return monthsOf(ofYear, half * 6 - 5, half * 6);
    },
  },
  {
    precision: 'season',
    form: form(String.raw`(?<season>vår|sommar|höst|vinter)e?n(?:\s+(?<year>(?:19|20)\d{2})(?:/(?:20)?\d{2})?)?`),
    days: ({ season }, ofYear) => monthsOf(ofYear, ...seasons[season!.toLowerCase()]!),
  },
  {
    precision: 'day',
    form: form(`halvårsskiftet${year}?`),
    days: (_, ofYear) => ({ from: `${ofYear}-06-30`, to: `${ofYear}-07-01` }),
  },
  {
    precision: 'day',
    form: form(String.raw`årsskiftet\s+(?<year>(?:19|20)\d{2})(?:\s*[/–-]\s*(?:(?:19|20)\d{2}|\d{2}))?`),
    days: (_, ofYear) => ({ from: `${ofYear}-12-31`, to: `${ofYear + 1}-01-01` }),
  },
  {
    precision: 'week',
    form: form(String.raw`(?:v\.?|vecka|veckorna)\s*(?<first>\d{1,2})(?:${dash}(?<last>\d{1,2}))?${year}?`),
    days: ({ first, last }, ofYear) => weeksOf(ofYear, Number(first), Number(last ?? first)),
  },
  {
    precision: 'year',
    form: form(String.raw`(?:åren\s+|perioden\s+)(?<year>(?:19|20)\d{2})${dash}(?<last>(?:19|20)\d{2})`),
    days: ({ last }, ofYear) => (Number(last) >= ofYear ? { from: `${ofYear}-01-01`, to: `${last}-12-31` } : undefined),
  },
  {
    precision: 'year',
    form: form(
      String.raw`(?:under|år|helåret|kalenderåret|verksamhetsåret)\s+(?<year>(?:19|20)\d{2})(?!\s*[-–/]\s*\d)`,
    ),
    days: (_, ofYear) => ({ from: `${ofYear}-01-01`, to: `${ofYear}-12-31` }),
  },
];

const openEnd = /^\s*(?:,\s*)?(?:och\s+)?(?:gäller\s+)?tills\s+vidare/iu;

/** All days and periods of a text, in order. A period without a year takes the year of the reference; without one it is none. */
export function findPeriods(text: string, reference: DateReference = {}): readonly PeriodMention[] {
  const found: PeriodMention[] = [];
  const free = (start: number, end: number) => found.every((other) => end <= other.start || start >= other.end);
  const ofReference = reference.year ?? (reference.date && yearOf(reference.date));
  for (const { precision, form, days } of forms)
    for (const match of text.matchAll(form)) {
      const stated = match.groups?.year;
      const ofYear = stated === undefined ? ofReference : Number(stated);
      const stretch = ofYear === undefined ? undefined : days(match.groups!, ofYear);
      const end = match.index + match[0].length;
      if (stretch && stretch.from <= stretch.to && free(match.index, end))
        found.push({ start: match.index, end, ...stretch, precision, yearStated: stated !== undefined });
    }
  for (const { start, end, date, endDate, precision, yearStated } of findDates(text, reference)) {
    if (!free(start, end)) continue;
    const [ofYear, month] = date.split('-').map(Number);
    const stretch =
      precision === 'month' ? monthsOf(ofYear!, month!, month!) : { from: date, to: endDate ?? (date as CivilDate) };
    found.push({ start, end, ...stretch, precision, yearStated });
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map((mention) => {
      const open = openEnd.exec(text.slice(mention.end));
      if (!open) return mention;
      const { to: _, ...begins } = mention;
      return { ...begins, end: mention.end + open[0].length };
    });
}

const ranked = (word: string) => ranks[word.toLowerCase()] ?? Number.parseInt(word, 10);

/** Months may run past twelve into the next year. */
function monthsOf(ofYear: number, first: number, last: number): Stretch {
  const end = last < first ? last + 12 : last;
  return {
    from: `${ofYear}-${String(first).padStart(2, '0')}-01`,
    to: monthEnd(ofYear + Math.floor((end - 1) / 12), ((end - 1) % 12) + 1),
  };
}

/** ISO weeks: week 1 is the week with 4 January; a year has 52 or 53. */
function weeksOf(ofYear: number, first: number, last: number): Stretch | undefined {
  const fourth = `${ofYear}-01-04`;
  const monday = (week: number) => addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
  if (first < 1 || last < first || addDays(monday(last), 3).slice(0, 4) !== String(ofYear)) return undefined;
  return { from: monday(first), to: addDays(monday(last), 6) };
}

/** Words that are meant as a date and name no day: "2019-0619", "2023-02-31", "31 april". They are told, never guessed. */
export type UnreadableDate = { readonly start: number; readonly end: number; readonly text: string };

const damaged =
  /(?<![\p{L}\p{N}-])(?:19|20)\d{2}(?:-(?:0\d|1[0-2])[0-3]\d|(?:0\d|1[0-2])-[0-3]\d|-\d{1,2}-\d{1,2})(?![\p{L}\p{N}]|-\d)/gu;
const written = new RegExp(
  String.raw`${wordStart}(?:den\s+)?(?<day>\d{1,2})\s+(?<month>${monthWord})${wordEnd}`,
  'giu',
);

export function unreadableDates(text: string): readonly UnreadableDate[] {
  const misprinted = [...text.matchAll(damaged)].filter(([words]) => {
    const [, ofYear, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(words) ?? [];
    return ofYear === undefined || civilDate(Number(ofYear), Number(month), Number(day)) === undefined;
  });
  // 2024 is a leap year: 29 February is a day in some year.
  const impossible = [...text.matchAll(written)].filter(
    ({ groups }) => Number(groups!.day) < 100 && !civilDate(2024, monthNumber(groups!.month!), Number(groups!.day)),
  );
  return [...misprinted, ...impossible]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }))
    .sort((a, b) => a.start - b.start);
}
