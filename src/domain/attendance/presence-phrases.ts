/**
 * How minutes print for which part of the meeting somebody was there: "§§ 1–4, kl. 13.00–14.10", "§§ 1–4, 6–11" for who stepped out of § 5 as
 * disqualified, and nothing at all for who was there throughout (domain.md R-KL-21, R-KL-51).
 */
export type PrintedPart = {
  /** The §§, or the numbers of the agenda where the body has no §§. */
  readonly numbers: readonly number[];
  readonly sign: '§' | 'punkt';
  readonly from: string | null;
  readonly to: string | null;
  readonly throughout: boolean;
  /** When the meeting itself began and ended. */
  readonly opened: string | null;
  readonly closed: string | null;
  /** How many items there were in all. */
  readonly items: number;
};

/** The words of the minutes, or null for who was there throughout and took part in everything. */
export function printedPart(part: PrintedPart): string | null {
  const everything = part.numbers.length === part.items;
  if (part.throughout && everything) return null;
  const sections = part.numbers.length > 0 ? sectionRanges(part.numbers, part.sign) : null;
  return [sections, part.throughout ? null : hours(part)].filter(Boolean).join(', ') || null;
}

/** "§ 5", "§§ 1–4, 6–11": numbers as runs, in their order. */
export function sectionRanges(numbers: readonly number[], sign: '§' | 'punkt' = '§'): string {
  const runs: { from: number; to: number }[] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.to === number - 1) run.to = number;
    else runs.push({ from: number, to: number });
  }
  const printed = runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  const several = new Set(numbers).size > 1;
  return sign === '§' ? `${several ? '§§' : '§'} ${printed}` : `${several ? 'punkterna' : 'punkt'} ${printed}`;
}

function hours({ from, to, opened, closed }: PrintedPart): string | null {
  const begin = from ?? opened;
  const end = to ?? closed;
  if (begin === null) return null;
  if (end === null) return `fr.o.m. kl. ${dotted(begin)}`;
  return `kl. ${dotted(begin)}–${dotted(end)}`;
}

function dotted(clock: string): string {
  return clock.replace(':', '.');
}
