import type { Line } from './lines.ts';

/** Where the words of a column stand, in points from the left. */
export type Column = { readonly x0: number; readonly x1: number };

/** The columns that white gaps through all lines leave; a line that runs over the most used gaps (a heading row) is not asked. */
export function columnsBetween(lines: readonly Line[]): readonly Column[] {
  const parted = lines.filter((line) => line.segments.length > 1);
  let columns = coverOf(parted);
  for (const line of lines) {
    if (line.segments.length !== 1) continue;
    const more = coverOf([...parted, line]);
    if (more.length === columns.length) columns = more;
  }
  return columns.flatMap((column, index) => (index === 0 ? [column] : atStarts(column, lines)));
}

/** Columns that stand so close that a full cell touches the next show by where runs begin, line after line, with no run across. */
function atStarts(column: Column, lines: readonly Line[]): readonly Column[] {
  const runs = lines
    .flatMap((line) => line.segments.flatMap((segment) => segment.runs))
    .filter((run) => run.x >= column.x0 - 1 && run.x < column.x1);
  const starts = new Map<number, number>();
  for (const { runs, size } of lines.flatMap((line) => line.segments))
    runs.forEach((run, index) => {
      const before = runs[index - 1];
      if (before && run.x - before.x - before.width < size * 0.25) return;
      starts.set(Math.round(run.x), (starts.get(Math.round(run.x)) ?? 0) + 1);
    });
  // A word too long for its cell may run into the next.
  const across = (x: number) => runs.filter((run) => run.x < x - 1 && run.x + run.width > x).length;
  const clean = [...starts]
    .filter(([x, count]) => count >= 3 && x > column.x0 + 8 && x < column.x1 && across(x) <= count / 6)
    .map(([x]) => x)
    .sort((a, b) => a - b);
  const edges = [column.x0, ...clean.filter((x, at) => at === 0 || x - clean[at - 1]! > 3)];
  return edges.map((x0, at) => ({ x0, x1: (edges[at + 1] ?? column.x1 + 2) - 2 }));
}

/** The columns of a picture, where each word is a run and words that come again begin no column: only gaps within a line tell of one. */
export function columnsByGaps(lines: readonly Line[]): readonly Column[] {
  const parted = lines.filter((line) => line.segments.length > 1);
  return coverOf(parted).flatMap((column) => atGaps(column, lines));
}

/** Columns so close that a full cell touches the next: where three lines have a gap that ends in one place, and few words run over it. */
function atGaps(column: Column, lines: readonly Line[]): readonly Column[] {
  const rows = lines.map(({ segments }) => segments.filter(({ x0, x1 }) => x0 >= column.x0 - 1 && x1 <= column.x1 + 1));
  const starts = rows.flatMap((row) => row.slice(1).map(({ x0 }) => x0)).sort((a, b) => a - b);
  const words = rows.flatMap((row) => row.flatMap(({ runs }) => runs));
  const across = (x: number) => words.filter((run) => run.x < x - 1 && run.x + run.width > x + 1).length;
  const edges = [column.x0];
  for (const x of starts) {
    const count = starts.filter((other) => other >= x && other < x + 3).length;
    if (count >= 3 && x > edges.at(-1)! + 8 && across(x) <= count / 3) edges.push(x);
  }
  return edges.map((x0, at) => ({ x0, x1: edges[at + 1] === undefined ? column.x1 : edges[at + 1]! - 1 }));
}

const leastGutter = 0.5;

/** The stretches that the words of lines cover from left to right, as the columns of a table do. */
export function coverOf(lines: readonly Line[]): readonly Column[] {
  const ordered = lines.flatMap((line) => line.segments).sort((a, b) => a.x0 - b.x0);
  const cover: { x0: number; x1: number }[] = [];
  for (const { x0, x1, size } of ordered) {
    const last = cover.at(-1);
    if (last && x0 < last.x1 + size * leastGutter) last.x1 = Math.max(last.x1, x1);
    else cover.push({ x0, x1 });
  }
  return cover;
}
