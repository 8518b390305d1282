import { type Line, lineWith, type Segment, textOf } from './lines.ts';
import type { Grid } from './ruled-grids.ts';

/** Fewer lines beside each other are a table or chance. */
const fewestLines = 6;
/** Letters that a line of prose has at least, on average. */
const proseLetters = 18;
/** The part of the lines in a column that fill it; cells of a table end anywhere. */
const fullLines = 0.5;

/**
 * Parts the lines of a page into regions in the order of reading: where two columns of prose stand beside each other, the left one comes before
 * the right one, and what runs over both parts the page above and below.
 */
export function regionsOf(lines: readonly Line[], grids: readonly Grid[], depth = 0): readonly (readonly Line[])[] {
  const found = depth < 4 ? widestColumns(lines, grids) : undefined;
  if (!found) return lines.length > 0 ? [lines] : [];
  const { from, until, gutter } = found;
  const band = lines.slice(from, until);
  const side = (isSide: (segment: Segment) => boolean) =>
    band.flatMap((line) => {
      const segments = line.segments.filter(isSide);
      return segments.length > 0 ? [{ ...lineWith(line, segments), isColumn: true }] : [];
    });
  return [
    ...regionsOf(lines.slice(0, from), grids, depth + 1),
    side((segment) => segment.x1 <= gutter),
    side((segment) => segment.x1 > gutter),
    ...regionsOf(lines.slice(until), grids, depth + 1),
  ].filter((region) => region.length > 0);
}

type Columns = { readonly from: number; readonly until: number; readonly gutter: number };

function widestColumns(lines: readonly Line[], grids: readonly Grid[]): Columns | undefined {
  const parted = lines.filter((line) => line.segments.length > 1).length;
  if (lines.length < fewestLines || parted < 3) return undefined;
  const x0 = Math.min(...lines.map((line) => line.x0));
  const x1 = Math.max(...lines.map((line) => line.x1));
  let best: Columns | undefined;
  for (let part = 0.3; part <= 0.7; part += 0.02) {
    const gutter = x0 + (x1 - x0) * part;
    for (const columns of bandsWithout(lines, gutter))
      if (columns.until - columns.from > (best ? best.until - best.from : 0) && areProse(lines, columns, grids))
        best = columns;
  }
  return best;
}

/** Runs of lines of which none crosses the gutter. */
function bandsWithout(lines: readonly Line[], gutter: number): readonly Columns[] {
  const bands: Columns[] = [];
  let from = 0;
  for (let at = 0; at <= lines.length; at++) {
    const crosses = !lines[at] || lines[at]!.segments.some((segment) => segment.x0 < gutter && segment.x1 > gutter);
    if (!crosses) continue;
    if (at - from >= fewestLines) bands.push({ from, until: at, gutter });
    from = at + 1;
  }
  return bands;
}

function areProse(lines: readonly Line[], { from, until, gutter }: Columns, grids: readonly Grid[]): boolean {
  const segments = lines.slice(from, until).flatMap((line) => line.segments);
  const sides = [segments.filter((one) => one.x1 <= gutter), segments.filter((one) => one.x1 > gutter)];
  if (sides.some((side) => side.length < fewestLines)) return false;
  const [top, foot] = [lines[from]!.y, lines[until - 1]!.y];
  const inTable = grids.some(
    (grid) => grid.y0 < foot && grid.y1 > top && grid.x0 < gutter - 20 && grid.x1 > gutter + 20 && grid.rows.length > 2,
  );
  return !inTable && sides.every(isProse);
}

function isProse(segments: readonly Segment[]): boolean {
  const right = Math.max(...segments.map(({ x1 }) => x1));
  const left = Math.min(...segments.map(({ x0 }) => x0));
  const full = segments.filter(({ x1 }) => x1 > right - (right - left) * 0.18).length;
  if (full < segments.length * fullLines) return false;
  const letters = segments.reduce((sum, { runs }) => sum + textOf(runs).length, 0);
  return letters / segments.length >= proseLetters;
}
