import type { RawLine } from './source-lines.ts';
import { countForms, fewestTimes as fewest, type WrittenLines } from './written-lines.ts';

/**
 * The heads of pages in text that has lost its page breaks, known by repetition alone: the same three lines or more come back, one after the
 * other, at least three times, and either cut a sentence in two somewhere or are as many as a letterhead has. The first time is left as text,
 * because a letterhead says who writes. Rows of tables, list items, headings and the options of a form come back too, and are never taken for the head of a page.
 */
export function repeatedHeadsIn({ lines, forms, recurring }: WrittenLines): readonly RawLine[] {
  const runs = new Map<string, number[][]>();
  for (const run of recurringRuns(forms, new Set(recurring.filter(mayBeHead)))) {
    const key = run.map((index) => forms[index]).join('\n');
    runs.set(key, [...(runs.get(key) ?? []), run]);
  }
  return [...runs.values()].flatMap((places) => {
    if (places.length < fewest) return [];
    const isHead = places[0]!.length >= letterhead || places.some((run) => cutsSentence(forms, run));
    return isHead ? places.slice(1).flatMap((run) => run.map((index) => lines[index]!)) : [];
  });
}

/** How many lines must come back together. */
const shortest = 3;
/** So many lines come back together in nothing but a letterhead. */
const letterhead = 6;

/** Lines that stand in a row that comes back, joined to runs as long as they go. Only lines that come back themselves can stand in such a row. */
function recurringRuns(forms: readonly string[], alone: ReadonlySet<string>): number[][] {
  if (alone.size === 0) return [];
  const comeBack = forms.map((form) => alone.has(form));
  const rows = forms.map((_, index) => {
    for (let at = index; at < index + shortest; at++) if (!comeBack[at]) return undefined;
    return forms.slice(index, index + shortest).join('\n');
  });
  const counts = countForms(rows.filter((row) => row !== undefined));
  const runs: number[][] = [];
  let covered = -1;
  rows.forEach((row, index) => {
    if (row === undefined || counts.get(row)! < fewest) return;
    const until = index + shortest - 1;
    if (index > covered) runs.push([]);
    for (let at = Math.max(index, covered + 1); at <= until; at++) runs.at(-1)!.push(at);
    covered = until;
  });
  return runs;
}

const mayBeHead = (form: string) => /\p{L}/u.test(form) && !/^(?:#|[-•–*☐☑☒]\s|\d+[.)]\s|\||<)/u.test(form);

/** Whether the words before a run go on after it: no end of a sentence before, a small letter after. */
function cutsSentence(forms: readonly string[], run: readonly number[]): boolean {
  const [before, after] = [forms[run[0]! - 1], forms[run.at(-1)! + 1]];
  return before !== undefined && after !== undefined && /[\p{L}\p{N},-]$/u.test(before) && /^\p{Ll}/u.test(after);
}
