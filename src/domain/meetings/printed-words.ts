import { type Block, type Inline, paragraph, text } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { monthName } from '../../kernel/swedish-dates.ts';

/** "8 december 2020", as a notice writes a last day. */
export function printedDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${monthName(month)} ${year}`;
}

/** "kl. 09:00-15:30", as a notice writes the time of a meeting; a meeting without a known end only begins. */
export function printedTime({
  startsAt,
  endsAt,
}: {
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}): string {
  return startsAt ? `kl. ${startsAt}${endsAt ? `-${endsAt}` : ''}` : '';
}

/**
 * The clauses of a decision as minutes and notices print them: a comma after each but the last, "samt" before the last, a full stop at the end.
 * Clauses that were read or written with their marks keep one of each.
 */
export function printedClauses(clauses: readonly string[]): readonly string[] {
  const bare = clauses.map((clause) => clause.trim().replace(/(?:,\s*samt|\s+samt|[\s,;.])+$/u, ''));
  return bare.map((clause, index) => {
    if (index === bare.length - 1) return `${clause}.`;
    return index === bare.length - 2 ? `${clause}, samt` : `${clause},`;
  });
}

const markers = { bullets: /^[-•–*]\s+/u, numbers: /^(\d{1,3})[.)]\s+/u };

/**
 * Running text as it was written: blank lines part paragraphs, line ends stay, and lines that all begin with a dash, or count up, are a list,
 * also when a sentence introduces them.
 */
export function printedText(words: string | null | undefined): readonly Block[] {
  return (words ?? '')
    .split(/\n\s*\n/u)
    .map((part) =>
      part
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line),
    )
    .flatMap(blocksOf);
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const from = lines.findIndex((line) => markers.bullets.test(line) || /^1[.)]\s/u.test(line));
  const rest = from < 0 ? [] : lines.slice(from);
  const bullets = rest.every((line) => markers.bullets.test(line));
  const counted = rest.every((line, index) => Number(markers.numbers.exec(line)?.[1]) === index + 1);
  if (rest.length === 0 || !(bullets || counted)) return lines.length > 0 ? [broken(lines)] : [];
  const marker = bullets ? markers.bullets : markers.numbers;
  const list: Block = {
    kind: 'list',
    ordered: counted,
    items: rest.map((line) => ({ content: [text(line.replace(marker, ''))] })),
  };
  return from > 0 ? [broken(lines.slice(0, from)), list] : [list];
}

function broken(lines: readonly string[]): Block {
  return paragraph(
    ...lines.flatMap((line, index): Inline[] => [...(index > 0 ? [{ kind: 'lineBreak' as const }] : []), text(line)]),
  );
}

/** A list of lines, or nothing when there are none. */
export function printedList(lines: readonly string[], ordered = false): readonly Block[] {
  if (lines.length === 0) return [];
  return [{ kind: 'list', ordered, items: lines.map((line) => ({ content: [text(line)] })) }];
}
