import { columnEdges } from './column-edges.ts';
import type { Column, TableLines } from './find-tables.ts';
import { hasSpaceBetween, type Line, runsOf } from './lines.ts';
import type { Row } from './page-blocks.ts';
import type { TextRun } from './page-content.ts';
import { cellRuns } from './tagged-table.ts';

/** The rows of a table that was found by its lines: between drawn lines, else where the distance between lines grows, else by the first column. */
export function rowsOfTable({ lines, columns, rowRules }: TableLines, tableEnd: number): readonly Row[] {
  const groups = rowRules.length > 0 ? byRules(lines, rowRules) : byDistance(lines, columns);
  const cells = groups.map((group) => cellsOf(group, columns));
  const rights = columnEdges(
    cells.map((row) => row.map((runs) => [runs])),
    tableEnd,
  );
  return cells.map((row): Row => row.map((runs, column) => cellRuns([runs], rights[column]!)));
}

function byRules(lines: readonly Line[], rules: readonly number[]): readonly (readonly Line[])[] {
  const rowOf = (line: Line) => rules.filter((y) => y < line.y).length;
  return [...Map.groupBy(lines, rowOf).values()];
}

/** Distances between lines are of two kinds, within rows and between them, when the larger begin so many times higher than the smaller end. */
const leastStep = 1.16;
/** Lines of one cell are at most so many sizes from each other. */
const closeLines = 1.34;

function byDistance(lines: readonly Line[], columns: readonly Column[]): readonly (readonly Line[])[] {
  const distances = lines.slice(1).map((line, index) => line.y - lines[index]!.y);
  const size = lines[0]!.size;
  const rowDistance = distanceOfRows(distances, size);
  const rows: Line[][] = [];
  lines.forEach((line, index) => {
    const distance = distances[index - 1] ?? Number.POSITIVE_INFINITY;
    const startsFirst = line.x0 < columns[0]!.x1 && line.x0 < columns[1]!.x0;
    const starts = rowDistance
      ? distance > rowDistance
      : startsFirst && (line.segments.length > 1 || distance > size * 1.6);
    if (rows.length === 0 || starts) rows.push([line]);
    else rows.at(-1)!.push(line);
  });
  return rows;
}

/** The distance above which a new row begins; undefined when all lines are about as far from each other. */
function distanceOfRows(distances: readonly number[], size: number): number | undefined {
  const ordered = [...distances].sort((a, b) => a - b);
  if (!ordered[0] || ordered[0] > size * closeLines) return undefined;
  const steps = ordered.slice(1).map((distance, index) => distance / ordered[index]!);
  const widest = Math.max(...steps);
  const at = steps.indexOf(widest);
  return widest >= leastStep ? (ordered[at]! + ordered[at + 1]!) / 2 : undefined;
}

/** The runs of each cell, line by line: a run belongs to the column in which its middle stands, or to that of the run that it touches. */
function cellsOf(lines: readonly Line[], columns: readonly Column[]): readonly (readonly TextRun[])[] {
  const cells: TextRun[][] = columns.map(() => []);
  for (const line of lines) {
    let [before, column]: [TextRun | undefined, number] = [undefined, 0];
    for (const run of runsOf(line)) {
      if (!before || hasSpaceBetween(before, run)) column = columnAt(run, columns);
      cells[column]!.push(run);
      before = run;
    }
  }
  return cells;
}

function columnAt(run: TextRun, columns: readonly Column[]): number {
  const middle = run.x + Math.min(run.width / 2, run.size);
  const at = columns.findIndex(
    ({ x1 }, index) => middle < (columns[index + 1] ? (x1 + columns[index + 1]!.x0) / 2 : Number.POSITIVE_INFINITY),
  );
  return at < 0 ? columns.length - 1 : at;
}
