import { columnEdges } from './column-edges.ts';
import type { Column, TableLines } from './find-tables.ts';
import { type Line, runsOf } from './lines.ts';
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

/** Above this many times the smallest distance between lines, the distance is that between rows. */
const rowDistance = 1.23;

function byDistance(lines: readonly Line[], columns: readonly Column[]): readonly (readonly Line[])[] {
  const distances = lines.slice(1).map((line, index) => line.y - lines[index]!.y);
  // Not the very smallest: one baseline that was measured too high must not decide.
  const closest = [...distances].sort((a, b) => a - b)[Math.floor(distances.length / 10)]!;
  const size = lines[0]!.size;
  const areSet = Math.max(...distances) > closest * rowDistance && closest < size * 1.6;
  const rows: Line[][] = [];
  lines.forEach((line, index) => {
    const distance = distances[index - 1] ?? Number.POSITIVE_INFINITY;
    const startsFirst = line.x0 < columns[0]!.x1 && line.x0 < columns[1]!.x0;
    const starts = areSet
      ? distance > closest * rowDistance
      : startsFirst && (line.segments.length > 1 || distance > size * 1.6);
    if (rows.length === 0 || starts) rows.push([line]);
    else rows.at(-1)!.push(line);
  });
  return rows;
}

/** The runs of each cell, line by line: a run belongs to the column in which its middle stands. */
function cellsOf(lines: readonly Line[], columns: readonly Column[]): readonly (readonly TextRun[])[] {
  const cells: TextRun[][] = columns.map(() => []);
  for (const line of lines) for (const run of runsOf(line)) cells[columnAt(run, columns)]!.push(run);
  return cells;
}

function columnAt(run: TextRun, columns: readonly Column[]): number {
  const middle = run.x + Math.min(run.width / 2, run.size);
  const at = columns.findIndex(
    ({ x1 }, index) => middle < (columns[index + 1] ? (x1 + columns[index + 1]!.x0) / 2 : Number.POSITIVE_INFINITY),
  );
  return at < 0 ? columns.length - 1 : at;
}
