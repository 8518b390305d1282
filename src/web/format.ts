import type { CivilDate } from '../kernel/civil-date.ts';
import type { Language } from '../kernel/language.ts';

/** How dates, numbers and lists are written in a language. Instants are shown in Stockholm time, wherever the server stands. */
export type Format = {
  /** 30 maj 2023 */
  readonly date: (date: CivilDate) => string;
  /** 30 maj */
  readonly dayAndMonth: (date: CivilDate) => string;
  /** tisdag 30 maj 2023 */
  readonly dateWithWeekday: (date: CivilDate) => string;
  /** 2023-05-30, for tables where dates are compared */
  readonly shortDate: (date: CivilDate) => string;
  /** tisdag */
  readonly weekday: (date: CivilDate) => string;
  /** maj 2023 */
  readonly month: (date: CivilDate) => string;
  /** 30 maj 2023 kl. 14:02 */
  readonly instant: (instant: Date) => string;
  /** 14:02 */
  readonly clock: (instant: Date) => string;
  /** 1 234,5 */
  readonly number: (value: number, fractionDigits?: number) => string;
  /** 82 % of a share between 0 and 1 */
  readonly percent: (share: number, fractionDigits?: number) => string;
  /** Nora, Kumla och Laxå */
  readonly list: (words: readonly string[]) => string;
  /** i år, förra året, om 2 år; further away the year itself */
  readonly relativeYear: (year: number, thisYear: number) => string;
  /** i dag, i går, om 3 dagar; further away than two weeks the date itself */
  readonly relativeDay: (date: CivilDate, today: CivilDate) => string;
  /** Chooses the form of a word by number: `plural(2, 'möte', 'möten')`. */
  readonly plural: (count: number, one: string, other: string) => string;
  /** Sorts as the alphabet of the language does: in Swedish Å Ä Ö come last. */
  readonly compare: (a: string, b: string) => number;
};

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** The Format of a language; made once, because Intl objects are slow to make and quick to use. */
export const formats: Readonly<Record<Language, Format>> = { sv: formatOf('sv'), en: formatOf('en') };

function formatOf(language: Language): Format {
  const locale = locales[language];
  const civil = (options: Intl.DateTimeFormatOptions): ((date: CivilDate) => string) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (date) => formatter.format(new Date(`${date}T00:00:00Z`));
  };
  const local = (options: Intl.DateTimeFormatOptions): ((instant: Date) => string) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'Europe/Stockholm' });
    return (instant) => formatter.format(instant);
  };
  const date = civil({ day: 'numeric', month: 'long', year: 'numeric' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const rules = new Intl.PluralRules(locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const numbers = new Map<string, Intl.NumberFormat>();
  const number = (style: 'decimal' | 'percent', value: number, digits: number): string => {
    const key = `${style}${digits}`;
    let formatter = numbers.get(key);
    if (!formatter) {
      formatter = new Intl.NumberFormat(locale, {
        style,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      numbers.set(key, formatter);
    }
    return formatter.format(value);
  };

  return {
    date,
    dayAndMonth: civil({ day: 'numeric', month: 'long' }),
    dateWithWeekday: civil({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    shortDate: (day) => day,
    weekday: civil({ weekday: 'long' }),
    month: civil({ month: 'long', year: 'numeric' }),
    instant: local({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    clock: local({ hour: '2-digit', minute: '2-digit' }),
    number: (value, digits = 0) => number('decimal', value, digits),
    percent: (share, digits = 0) => number('percent', share, digits),
    list: (words) => list.format(words),
    relativeYear: (year, thisYear) =>
      Math.abs(year - thisYear) > 2 ? String(year) : relative.format(year - thisYear, 'year'),
    relativeDay: (day, today) => {
      const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
      return Math.abs(days) > 14 ? date(day) : relative.format(days, 'day');
    },
    plural: (count, one, other) => (rules.select(count) === 'one' ? one : other),
    compare,
  };
}
