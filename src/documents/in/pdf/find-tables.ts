import { type Line, lineWith, type Segment, segmentOf, textOf } from './lines.ts';
import { markerOf } from './list-marker.ts';
import type { Grid } from './ruled-grids.ts';
import { type Column, columnsBetween, columnsByGaps, coverOf } from './table-columns.ts';
import { byDistance } from './table-rows.ts';

/** Lines of one region that make a table, with its columns and, where they are drawn, the lines between its rows. */
export type TableLines = {
  readonly kind: 'table';
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  readonly rowRules: readonly number[];
};
export type TextLines = { readonly kind: 'text'; readonly lines: readonly Line[] };

/** Parts the lines of a region into tables and text: by drawn grids first, then by gaps that run through lines below each other. */
export function findTables(lines: readonly Line[], grids: readonly Grid[]): readonly (TableLines | TextLines)[] {
  const parts: (TableLines | TextLines)[] = [];
  let text: Line[] = [];
  const flush = () => {
    if (text.length > 0) parts.push(...gapTables(text));
    text = [];
  };
  for (let at = 0; at < lines.length; ) {
    const grid = grids.find((one) => isIn(lines[at]!, one));
    let until = at;
    while (grid && until < lines.length && isIn(lines[until]!, grid)) until += 1;
    if (grid && lines[until] && isBeside(lines[until]!, lines[until - 1]!, grid)) until += 1;
    if (grid) until = at + firstTable(lines.slice(at, until), grid).length;
    const header = grid && text.length > 0 && isBeside(text.at(-1)!, lines[at]!, grid) ? text.pop() : undefined;
    const table = grid && tableInGrid(header ? [header, ...lines.slice(at, until)] : lines.slice(at, until), grid);
    if (header && !table) text.push(header);
    if (table) {
      flush();
      parts.push(table);
      at = until;
    } else {
      text.push(...lines.slice(at, Math.max(until, at + 1)));
      at = Math.max(until, at + 1);
    }
  }
  flush();
  return parts;
}

function isIn(line: Line, grid: Grid): boolean {
  return line.y > grid.y0 && line.y - line.size * 0.3 < grid.y1 && line.x0 > grid.x0 - 4 && line.x1 < grid.x1 + 6;
}

/** The first and the last row may have a line on one side only, where the table has no frame. */
function isBeside(line: Line, inside: Line, grid: Grid): boolean {
  const near = Math.abs(line.y - inside.y) < line.size * 2.6 && Math.abs(line.size - inside.size) < line.size * 0.2;
  return (
    near && grid.columns.length === 0 && line.segments.length > 1 && line.x0 > grid.x0 - 4 && line.x1 < grid.x1 + 6
  );
}

/**
 * Tables without upright lines that stand below each other look like one grid. A new one begins where the distance between lines is larger than
 * between rows and the columns are others.
 */
function firstTable(lines: readonly Line[], grid: Grid): readonly Line[] {
  if (grid.columns.length > 0 || lines.length < 3) return lines;
  const distances = lines.slice(1).map((line, index) => line.y - lines[index]!.y);
  const usual = [...distances].sort((a, b) => a - b)[distances.length >> 1]!;
  for (let at = 1; at < lines.length; at++) {
    if (distances[at - 1]! < usual * 1.35) continue;
    const [before, after] = [columnsBetween(lines.slice(0, at)), columnsBetween(lines.slice(at))];
    const isSame =
      before.length === after.length && after.every(({ x0 }, column) => Math.abs(x0 - before[column]!.x0) < 8);
    if (!isSame && after.length > 1) return lines.slice(0, at);
  }
  return lines;
}

function tableInGrid(lines: readonly Line[], grid: Grid): TableLines | undefined {
  const inner = grid.columns.filter((x) => lines.some((line) => line.x0 < x) && lines.some((line) => line.x1 > x));
  const rowRules = grid.rows.filter((y) => y > lines[0]!.y && y < lines.at(-1)!.y);
  if (inner.length > 0) {
    const edges = [grid.x0, ...inner, grid.x1];
    const columns = edges.slice(1).map((x1, index) => ({ x0: edges[index]!, x1 }));
    return { kind: 'table', lines, columns, rowRules };
  }
  if (rowRules.length === 0) return undefined;
  const columns = grid.isSeen ? columnsByGaps(lines) : columnsBetween(lines);
  // Lines that are drawn only under the heading row and at the ends part no rows.
  if (columns.length > 1 && byDistance(lines, columns).length > (rowRules.length + 1) * 2) return undefined;
  return columns.length > 1 ? { kind: 'table', lines, columns, rowRules } : undefined;
}

/** Tables without drawn lines: at least two lines with the same gaps, and the lines of their cells between. */
function gapTables(all: readonly Line[]): readonly (TableLines | TextLines)[] {
  const lines = all.map(withoutMarkerGap);
  const parts: (TableLines | TextLines)[] = [];
  let text: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const table = lines[at]!.segments.length > 1 ? tableFrom(lines, at) : undefined;
    if (!table) {
      text.push(lines[at]!);
      at += 1;
      continue;
    }
    const above = linesAbove(text, table);
    text.length -= above.length;
    if (text.length > 0) parts.push({ kind: 'text', lines: text });
    text = [];
    parts.push({ ...table, lines: [...above, ...table.lines] });
    at += table.lines.length;
  }
  if (text.length > 0) parts.push({ kind: 'text', lines: text });
  return parts;
}

/** How far below each other, in sizes, lines of one table may stand, rows that begin in the same places, and lines of one cell. */
const farthest = 3.2;
const farthestRow = 4.5;
const closeLines = 1.5;

/** Whether a line has nothing in the first column and begins where a later one does: so it goes on in a cell, and no running text stands there. */
function startsLaterColumn(line: Line, columns: readonly Column[]): boolean {
  return line.segments.length === 1 && columns.some(({ x0 }, column) => column > 0 && Math.abs(line.x0 - x0) < 2);
}

/** Whether a line has as many cells as there are columns, each but the first at the left end of its own. */
function isRowOf(line: Line, columns: readonly Column[]): boolean {
  return (
    columns.length > 1 &&
    line.segments.length === columns.length &&
    line.segments.every(({ x0 }, column) => column === 0 || Math.abs(x0 - columns[column]!.x0) < 2)
  );
}

/** Lines above the first row with a gap, of cells that stand higher than its first cell. */
function linesAbove(text: readonly Line[], { lines, columns }: TableLines): readonly Line[] {
  const first = text.findLastIndex((line, at) => {
    const below = text[at + 1] ?? lines[0]!;
    return !startsLaterColumn(line, columns) || below.y - line.y > line.size * closeLines;
  });
  return text.slice(first + 1);
}

function tableFrom(lines: readonly Line[], start: number): TableLines | undefined {
  let columns = coverOf([lines[start]!]);
  let until = start + 1;
  let lastParted = until;
  for (; until < lines.length; until++) {
    const [before, raw] = [lines[until - 1]!, lines[until]!];
    const reach = isRowOf(raw, columns) ? farthestRow : farthest;
    if (raw.y - before.y > before.size * reach || Math.abs(raw.size - before.size) > before.size * 0.25) break;
    const line = cutAtColumns(raw, columns);
    const more = coverOf([...columnsAsLines(columns, line), line]);
    const inLaterColumn = startsLaterColumn(line, columns) && raw.y - before.y < raw.size * closeLines;
    const isSame =
      line.segments.length > 1
        ? more.length >= Math.max(2, columns.length - 1) && more.length <= columns.length + 2
        : more.length === columns.length;
    if (!isSame) break;
    columns = more;
    if (line.segments.length > 1 || inLaterColumn) lastParted = until + 1;
    else if (until - lastParted > 6) break;
  }
  // Lines after the last one with a gap belong to its cells only while they are set as closely.
  let end = lastParted;
  while (
    end < until &&
    lines[end]!.y - lines[end - 1]!.y < lines[end]!.size * closeLines &&
    lines[end]!.x0 >= columns[0]!.x0 - 1
  )
    end += 1;
  const found = lines.slice(start, end).map((line) => cutAtColumns(line, columns));
  const parted = found.filter((line) => line.segments.length > 1).length;
  if (parted < 2) return undefined;
  return { kind: 'table', lines: found, columns: coverOf(found).length > 1 ? coverOf(found) : columns, rowRules: [] };
}

function columnsAsLines(columns: readonly Column[], like: Line): readonly Line[] {
  const segments = columns.map(
    ({ x0, x1 }): Segment => ({ runs: like.segments[0]!.runs, x0, x1, y: like.y, size: like.size }),
  );
  return [{ ...like, segments }];
}

/** A full cell may leave hardly a gap to the next: the line is then cut where a run begins at the left end of a column. */
function cutAtColumns(line: Line, columns: readonly Column[]): Line {
  const segments = line.segments.flatMap((segment) => {
    const cuts = segment.runs.flatMap((run, index) =>
      index > 0 &&
      columns.some(({ x0 }, column) => column > 0 && Math.abs(x0 - run.x) < 1.2) &&
      run.x - segment.runs[index - 1]!.x - segment.runs[index - 1]!.width > segment.size * 0.3
        ? [index]
        : [],
    );
    if (cuts.length === 0) return [segment];
    return [0, ...cuts].map((from, index) => segmentOf(segment.runs.slice(from, cuts[index]), segment.y));
  });
  return segments.length === line.segments.length ? line : lineWith(line, segments);
}

/** The gap between a list marker and its item parts no columns, nor the number and the words of a heading. */
function withoutMarkerGap(line: Line): Line {
  const [first, second, ...others] = line.segments;
  if (!first || !second || others.length > 0) return line;
  const words = textOf(first.runs);
  const isMarker = markerOf(words) || /^(?:§\s*)?\d{1,3}(?:\.\d{1,3}){0,4}\.?$|^§$|^\(?\p{L}\)$/u.test(words);
  if (!isMarker || second.x0 - first.x1 > line.size * 4) return line;
  return lineWith(line, [segmentOf([...first.runs, ...second.runs], line.y)]);
}
