import type { Run } from '../source-builder.ts';
import { joinLines, lineRuns } from './join-lines.ts';
import { textOf } from './lines.ts';
import type { TextRun } from './page-content.ts';

/** Runs in the order in which they are read, as printed lines: a new one begins where the baseline moves. */
export function printedLines(runs: readonly TextRun[]): readonly (readonly TextRun[])[] {
  const lines: TextRun[][] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    const base = last?.[0];
    if (last && base && base.page === run.page && Math.abs(base.y - run.y) <= Math.max(base.size, run.size) * 0.5)
      last.push(run);
    else lines.push([run]);
  }
  return lines;
}

export const rightEnd = (line: readonly TextRun[]) => Math.max(...line.map((run) => run.x + run.width));

/**
 * Parts the lines of a paragraph where the writer broke them. A line is filled until the next word does not fit; one that had room for it was
 * ended on purpose, as the lines of an address or the rows "Plats", "Tid" on the cover of minutes are.
 */
export function meantLines(
  lines: readonly (readonly TextRun[])[],
  right: number = Math.max(...lines.map(rightEnd)),
  isBreak: (before: string, next: string) => boolean = () => false,
): readonly (readonly Run[])[] {
  const groups: (readonly TextRun[])[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const isMeant =
      before &&
      (endsEarly(before, line, right) || isRow(before) || isHeadOfRow(line) || isBreak(textOf(before), textOf(line)));
    if (before && !isMeant) groups.at(-1)!.push(line);
    else groups.push([line]);
  });
  return groups.map((group) => joinLines(group.map(lineRuns)));
}

/** A wide gap, or a leader to a number, makes a line a row of its own: on the cover of minutes, in a list of contents. */
function isRow(line: readonly TextRun[]): boolean {
  const hasGap = line.some((run, index) => {
    const before = line[index - 1];
    // What stands before the first gap may be a marker.
    return before && index > 1 - +(before.text.length > 6) && run.x - before.x - before.width > run.size * 2.2;
  });
  return hasGap || (/\d$/.test(line.at(-1)!.text) && /(?:\.{3,}|…)\s*\d{1,4}$/.test(textOf(line.slice(-3))));
}

function isHeadOfRow(line: readonly TextRun[]): boolean {
  return line.length > 1 && line[0]!.text.startsWith('§') && /^§\s*\d{1,4}\s+(?:\p{Lu}|\d)/u.test(textOf(line));
}

/** Whether a line ended although the first word of the next would have fitted. */
export function endsEarly(line: readonly TextRun[], next: readonly TextRun[], right: number): boolean {
  const first = next[0]!;
  const letters = /^\S+/u.exec(first.text)?.[0].length ?? 1;
  const wordWidth = (first.width * letters) / first.text.length;
  const hasRoom = right - rightEnd(line) > wordWidth + first.size * 0.75;
  return hasRoom && !/\p{L}\s?[-‐]$/u.test(textOf(line.slice(-2)));
}
