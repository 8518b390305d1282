import type { TextRun } from './page-content.ts';

/** Words on one baseline without a wide gap between them: a line of prose, or one line of one cell. */
export type Segment = {
  readonly runs: readonly TextRun[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
};

/** What stands on one baseline across a page or a column. */
export type Line = {
  readonly page: number;
  readonly y: number;
  readonly size: number;
  readonly x0: number;
  readonly x1: number;
  readonly segments: readonly Segment[];
  /** It stands in one of several columns of prose, which ends before the page does. */
  readonly isColumn?: boolean;
};

/** A gap of this part of the size is wider than any space between words that are set to even lines. */
const wideGap = 0.95;

/** The lines of a page from its runs, from the top: what shares a baseline, give or take a raised figure. */
export function linesOf(runs: readonly TextRun[]): readonly Line[] {
  const ordered = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: TextRun[][] = [];
  let base: TextRun | undefined;
  for (const run of ordered) {
    const row = rows.at(-1);
    if (base && row && Math.abs(run.y - base.y) <= Math.max(run.size, base.size) * 0.36) {
      row.push(run);
      if (run.size > base.size) base = run;
    } else {
      rows.push([run]);
      base = run;
    }
  }
  return rows.map(lineOf);
}

/** The line that runs on one baseline make. */
export function lineOf(runs: readonly TextRun[]): Line {
  const ordered = [...runs].sort((a, b) => a.x - b.x);
  const size = mostUsed(ordered);
  const base = ordered.find((run) => run.size === size)!;
  const tight = tightGap(ordered, size);
  const segments: TextRun[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const run of ordered) {
    if (segments.length > 0 && run.x - end <= Math.max(size * wideGap, tight * 3)) segments.at(-1)!.push(run);
    else segments.push([run]);
    end = Math.max(end, run.x + run.width);
  }
  const made = segments.map((found) => segmentOf(found, base.y));
  return {
    page: base.page,
    y: base.y,
    size,
    x0: made[0]!.x0,
    x1: Math.max(...made.map(({ x1 }) => x1)),
    segments: made,
  };
}

export function segmentOf(runs: readonly TextRun[], y: number): Segment {
  const x1 = Math.max(...runs.map((run) => run.x + run.width));
  return { runs, x0: runs[0]!.x, x1, y, size: mostUsed(runs) };
}

/** A line with some of its segments only. */
export function lineWith(line: Line, segments: readonly Segment[]): Line {
  return {
    ...line,
    segments,
    x0: segments[0]!.x0,
    x1: Math.max(...segments.map(({ x1 }) => x1)),
    size: mostUsed(segments.flatMap(({ runs }) => runs)),
  };
}

/** The runs of a line. Most lines have one segment, and are asked often. */
export function runsOf({ segments }: Line): readonly TextRun[] {
  return segments.length === 1 ? segments[0]!.runs : segments.flatMap((segment) => segment.runs);
}

export const wordsOf = (line: Line) => line.segments.map((segment) => textOf(segment.runs)).join('  ');

/** The words of runs that follow each other on one line. */
export function textOf(runs: readonly TextRun[]): string {
  let text = '';
  let before: TextRun | undefined;
  for (const run of runs) {
    if (before && hasSpaceBetween(before, run)) text += ' ';
    text += run.text;
    before = run;
  }
  return text;
}

/** Whether a space stands between two runs of one line, written or only left open. */
export function hasSpaceBetween(left: TextRun, right: TextRun): boolean {
  return left.spaceAfter || right.spaceBefore || right.x - left.x - left.width > Math.min(left.size, right.size) * 0.16;
}

function mostUsed(runs: readonly TextRun[]): number {
  const { size } = runs[0]!;
  if (runs.every((run) => run.size === size)) return size;
  const letters = new Map<number, number>();
  for (const run of runs) letters.set(run.size, (letters.get(run.size) ?? 0) + run.text.length);
  return [...letters].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** The gap between letters that are set apart ("f ö r s l a g"): there each letter is a run, and its gaps are no spaces. */
function tightGap(runs: readonly TextRun[], size: number): number {
  const single = runs.filter((run) => run.text.length === 1).length;
  if (runs.length < 6 || single < runs.length * 0.8) return 0;
  const gaps = runs
    .slice(1)
    .map((run, index) => run.x - runs[index]!.x - runs[index]!.width)
    .sort((a, b) => a - b);
  const middle = gaps[gaps.length >> 1]!;
  return middle < size ? middle : 0;
}
