import type { CivilDate } from '../../kernel/civil-date.ts';
import { monthName } from '../../kernel/swedish-dates.ts';

/** "a", "a och b", "a, b och c". */
export function swedishList(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} och ${parts.at(-1)}`;
}

/** "den 30 maj", with the year when asked for. */
export function dayPhrase(date: CivilDate, withYear = false): string {
  const [year, month, day] = date.split('-').map(Number);
  return `den ${day} ${monthName(month!)}${withYear ? ` ${year}` : ''}`;
}

/** "den 14 mars, den 30 maj och den 20 september": days in order, each once; the year stands where it is another than the report's. */
export function dayList(dates: readonly CivilDate[], reportYear: number): string {
  const days = [...new Set(dates)].sort();
  return swedishList(days.map((day) => dayPhrase(day, Number(day.slice(0, 4)) !== reportYear)));
}

/** When something was decided, as exactly as it is known: "den 7 september 2023", "i december 2022", "under 2017". */
export function whenPhrase(date: CivilDate, precision: 'day' | 'month' | 'year'): string {
  if (precision === 'day') return dayPhrase(date, true);
  const year = date.slice(0, 4);
  return precision === 'year' ? `under ${year}` : `i ${monthName(Number(date.slice(5, 7)))} ${year}`;
}

/**
 * The words with a small first letter, as they stand inside a sentence. A first word that is a name keeps its capital as far as can be told
 * without a dictionary: capitals or digits within it (SIP, 1177), or another name after it (Region Örebro län).
 */
export function insideSentence(words: string): string {
  const [first = '', second = ''] = words.split(' ');
  const isName = /[\p{Lu}\d]/u.test(first.slice(1)) || (/^\p{Lu}\p{Ll}/u.test(second) && first.length > 0);
  return isName ? words : words.charAt(0).toLocaleLowerCase('sv') + words.slice(1);
}

/** The words with a capital first letter and a full stop, without doubling one that is there. */
export function sentence(words: string): string {
  const text = words.trim().replace(/\s+/gu, ' ');
  return `${text.charAt(0).toLocaleUpperCase('sv')}${text.slice(1)}${/[.!?]$/u.test(text) ? '' : '.'}`;
}
