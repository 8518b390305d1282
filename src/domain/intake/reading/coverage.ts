import type { Furniture } from '../../../documents/tree/source.ts';

export type Stretch = { readonly start: number; readonly end: number };
export type UnplacedText = Stretch & { readonly text: string };
export type Coverage = { readonly unplaced: readonly UnplacedText[]; readonly furniture: readonly Furniture[] };

/**
 * Accounts for every character of a document: what records were read from, what is page furniture, what is blank, and what fitted nowhere.
 * Records win over furniture, furniture over blanks. Text that fitted nowhere is given paragraph by paragraph, so that a person can look at
 * each and say what it is.
 */
export function coverageOf(text: string, placed: readonly Stretch[], furniture: readonly Furniture[]): Coverage {
  const records = merged(placed);
  const kept = furniture
    .flatMap((piece) => minus(piece, records).map((stretch) => ({ ...stretch, reason: piece.reason })))
    .filter((piece) => piece.start < piece.end)
    .sort((a, b) => a.start - b.start);
  const free = minus({ start: 0, end: text.length }, merged([...records, ...kept]));
  const unplaced: UnplacedText[] = [];
  const blanks: Furniture[] = [];
  for (const gap of free) {
    let at = gap.start;
    for (const match of text
      .slice(gap.start, gap.end)
      .matchAll(/\S(?:.*?\S)??(?=\s*(?:\n[^\S\n]*\n|$(?![\s\S])))/gsu)) {
      const start = gap.start + match.index;
      const end = start + match[0].length;
      if (at < start) blanks.push({ start: at, end: start, reason: 'blank' });
      if (hasWords(match[0])) unplaced.push({ start, end, text: text.slice(start, end) });
      else blanks.push({ start, end, reason: 'mark' });
      at = end;
    }
    if (at < gap.end) blanks.push({ start: at, end: gap.end, reason: 'blank' });
  }
  return { unplaced, furniture: [...kept, ...blanks].sort((a, b) => a.start - b.start) };
}

/** Bullets, ticks, dashes and tags between the passages of a record say nothing by themselves. */
function hasWords(stretch: string): boolean {
  return /[\p{L}\p{N}]/u.test(stretch.replace(/<\/?[a-z][^<>]*>/giu, ''));
}

/** Stretches in order, those that touch or overlap made one. */
function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (start < end) result.push({ start, end });
  }
  return result;
}

/** What is left of a stretch without the others, which are in order and do not overlap. */
function minus(whole: Stretch, others: readonly Stretch[]): readonly Stretch[] {
  const left: Stretch[] = [];
  let at = whole.start;
  for (const other of others) {
    if (other.end <= at) continue;
    if (other.start >= whole.end) break;
    if (other.start > at) left.push({ start: at, end: other.start });
    at = Math.max(at, other.end);
  }
  if (at < whole.end) left.push({ start: at, end: whole.end });
  return left;
}
