import { type Block, type Inline, paragraph, text } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { weekdayOf } from '../../kernel/civil-date.ts';
import { monthName, weekdayName } from '../../kernel/swedish-dates.ts';

/** "24 november 2020", as documents of the authority write a day. */
export function longDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${monthName(month)} ${year}`;
}

/** "tisdag 24 november 2020". */
export function dateWithWeekday(date: CivilDate): string {
  return `${weekdayName(weekdayOf(date))} ${longDate(date)}`;
}

/** "30–31 mars 2023", and over the end of a month "30 mars–1 april 2023". */
export function daysOf(first: CivilDate, last: CivilDate): string {
  const [day = '', month = '', year = ''] = longDate(first).split(' ');
  if (first.slice(0, 7) === last.slice(0, 7)) return `${day}–${longDate(last)}`;
  return `${day} ${month}${first.slice(0, 4) === last.slice(0, 4) ? '' : ` ${year}`}–${longDate(last)}`;
}

/** "Anna, Bo och Cia". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} och ${words.at(-1)}`;
}

/** Running text as paragraphs: a blank line parts them, a line end stays a line end, and lines that begin with a dash become a list. */
export function paragraphs(words: string | null): readonly Block[] {
  return (words ?? '')
    .split(/\n\s*\n/u)
    .map((one) => one.trim())
    .filter((one) => one)
    .map((one): Block => {
      const lines = one.split('\n').map((line) => line.trim());
      return lines.every((line) => /^[-•–]\s/u.test(line))
        ? {
            kind: 'list',
            ordered: false,
            items: lines.map((line) => ({ content: [text(line.replace(/^[-•–]\s+/u, ''))] })),
          }
        : paragraph(
            ...lines.flatMap((line, index): Inline[] => [
              ...(index > 0 ? [{ kind: 'lineBreak' as const }] : []),
              text(line),
            ]),
          );
    });
}
