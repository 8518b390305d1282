import type { Line } from './lines.ts';
import type { Grid } from './ruled-grids.ts';
import { coverOf } from './table-columns.ts';

/** Lines of one cell are at most so many sizes from each other; rows stand further apart. */
const closeLines = 1.4;

/**
 * The grids of a picture that can be trusted to part rows. Often only some of the thin lines between rows are seen in a scan, and half of them
 * would part the rows wrongly: a grid is whole when no row line is missing between two words in the first column.
 */
export function wholeGrids(grids: readonly Grid[], lines: readonly Line[]): readonly Grid[] {
  return grids.filter((grid) => isWhole(grid, lines)).map((grid) => ({ ...grid, isSeen: true }));
}

function isWhole(grid: Grid, lines: readonly Line[]): boolean {
  const inside = lines.filter(
    ({ y, size, x0, x1 }) => y > grid.y0 - size * 2 && y < grid.y1 + size && x0 > grid.x0 - 4 && x1 < grid.x1 + 6,
  );
  const [first, second] = coverOf(inside.filter(({ segments }) => segments.length > 1));
  if (!first || !second) return false;
  const bandOf = (line: Line) => grid.rows.filter((y) => y < line.y).length;
  const starts = inside.filter(({ x0 }) => x0 < first.x1 && x0 < second.x0);
  return starts.every((line, index) => {
    const before = starts[index - 1];
    return !before || bandOf(before) !== bandOf(line) || line.y - before.y <= line.size * closeLines;
  });
}
