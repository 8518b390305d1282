import { columnEdges } from './column-edges.ts';
import type { TableLines } from './find-tables.ts';
import { hasSpaceBetween, type Line, runsOf } from './lines.ts';
import type { Row } from './page-blocks.ts';
import type { TextRun } from './page-content.ts';
import type { Column } from './table-columns.ts';
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

/** The lines of each row, told by the distances between lines: larger between rows than within them; where all are alike, by the first column. */
export function byDistance(lines: readonly Line[], columns: readonly Column[]): readonly (readonly Line[])[] {
  const distances = lines.slice(1).map((line, index) => line.y - lines[index]!.y);
  const size = lines[0]!.size;
  const isFirst = (line: Line) => line.x0 < columns[0]!.x1 && line.x0 < columns[1]!.x0;
  const partedAbove = (least: number) => partsOf(lines, (_, index) => distances[index - 1]! > least, isFirst);
  const found = distancesOfRows(distances, size).map(partedAbove);
  // Paragraphs of a cell may also stand apart: what begins with each row is the first column.
  const rows = found.find((parts) => parts.filter((part) => part.some(isFirst)).length >= parts.length * mostlyFirst);
  return (
    rows ??
    found.at(-1) ??
    partsOf(
      lines,
      (line, index) => isFirst(line) && (line.segments.length > 1 || distances[index - 1]! > size * 1.6),
      isFirst,
    )
  );
}

/** Lines parted where a row may start. What has words in one later column only is no row but a further paragraph of a cell. */
function partsOf(
  lines: readonly Line[],
  starts: (line: Line, index: number) => boolean,
  isFirst: (line: Line) => boolean,
): readonly (readonly Line[])[] {
  const parts: Line[][] = [];
  lines.forEach((line, index) => {
    if (index === 0 || starts(line, index)) parts.push([line]);
    else parts.at(-1)!.push(line);
  });
  const isParagraph = (part: readonly Line[]) =>
    part.every(
      (line) => line.segments.length === 1 && !isFirst(line) && Math.abs(line.x0 - part[0]!.x0) < line.size * 3,
    );
  return parts.reduce<(readonly Line[])[]>((rows, part) => {
    const before = rows.at(-1);
    if (before?.some(isFirst) && isParagraph(part)) rows[rows.length - 1] = [...before, ...part];
    else rows.push(part);
    return rows;
  }, []);
}

/** The part of the rows that have words in the first column, at least. */
const mostlyFirst = 0.85;

/** The distances above which rows may begin, from the least, and last the one with the widest step; none when all lines are about as far from each other. */
function distancesOfRows(distances: readonly number[], size: number): readonly number[] {
  const ordered = [...distances].sort((a, b) => a - b);
  if (!ordered[0] || ordered[0] > size * closeLines) return [];
  const steps = ordered.slice(1).map((distance, index) => ({
    step: distance / ordered[index]!,
    middle: (distance + ordered[index]!) / 2,
  }));
  // Lines of cells beside each other may stand on baselines of their own; only what is wider than lines of one cell parts rows.
  const clear = steps.filter(({ step, middle }) => step >= leastStep && middle > size * 1.1);
  const widest = clear.reduce<(typeof clear)[number] | undefined>(
    (best, next) => (best && best.step >= next.step ? best : next),
    undefined,
  );
  return widest ? [...clear, widest].map(({ middle }) => middle) : [];
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
