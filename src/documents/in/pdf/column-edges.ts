import { printedLines, rightEnd } from './flow-lines.ts';
import type { TextRun } from './page-content.ts';

/** The cells of a table before their lines are joined, row by row: the paragraphs of each. */
export type LooseCells = readonly (readonly (readonly (readonly TextRun[])[])[])[];

/** The gap between two columns is hardly wider than this, in points, when their words fill them. */
const widestGutter = 10;

/**
 * Where the lines of each column may end at most: a gutter before the next column begins. How wide the gutter is shows where the words of a
 * row come closest to the next column. The last column ends where the table or the text does, and so does one with empty columns after it, unless
 * `starts` has a place to its right.
 */
export function columnEdges(cells: LooseCells, tableEnd: number, starts: readonly number[] = []): readonly number[] {
  const lefts: number[] = [];
  const rights: number[] = [];
  for (const row of cells)
    row.forEach((paragraphs, column) => {
      for (const line of paragraphs.flatMap(printedLines)) {
        lefts[column] = Math.min(lefts[column] ?? Number.POSITIVE_INFINITY, line[0]!.x);
        rights[column] = Math.max(rights[column] ?? 0, rightEnd(line));
      }
    });
  const gaps = lefts.map((_, column) => (lefts[column + 1] ?? 0) - (rights[column] ?? 0)).filter((gap) => gap > 0);
  const gutter = Math.min(widestGutter, ...gaps);
  const count = Math.max(0, ...cells.map((row) => row.length));
  return Array.from({ length: count }, (_, column) => {
    const own = rights[column] ?? 0;
    const beside = column + 1 < count ? starts.filter((x) => x > own) : [];
    const next = lefts.slice(column + 1).find((left) => left !== undefined) ?? beside.sort((a, b) => a - b)[0];
    return Math.max(own, next === undefined ? tableEnd : next - gutter);
  });
}
