import type { Rule } from './page-content.ts';

/** The pixels of a drawn page: four bytes each, row by row from the top. */
export type Pixels = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };

/** Points that a line is long at least: no stroke of a letter of running text is. */
const shortestLine = 17;
/** Points that a line is thick at most: what is thicker is a bar or a picture. */
const thickestLine = 2.4;
/** What is darker is ink of letters; lines between the rows of a table are often printed in a grey so light that only paper is lighter. */
const dark = 200;
const grey = 232;

/**
 * Finds level lines in the picture of a page and takes them out of it: borders of tables, and strikes through words, which hide the words from
 * OCR. Where a stroke of a letter meets a line it is left. The lines are given in pixels.
 */
export function takeOutLines(pixels: Pixels, pixelsPerPoint: number): readonly Rule[] {
  const { data, width, height } = pixels;
  const darkerThan = (limit: number) => (x: number, y: number) =>
    y >= 0 && y < height && data[(y * width + x) * 4 + 1]! < limit;
  const found: Rule[] = [];
  for (const limit of [dark, grey]) {
    const lines = linesIn(pixels, darkerThan(limit), pixelsPerPoint).filter((line) => !isRest(line, found));
    for (const line of lines) erase(data, width, darkerThan(dark), line, pixelsPerPoint);
    found.push(...lines);
  }
  return found;
}

/** The pale edge that is left of a dark line. */
function isRest(line: Rule, found: readonly Rule[]): boolean {
  return found.some(({ x0, y0, x1, y1 }) => line.x0 <= x1 && x0 <= line.x1 && line.y0 <= y1 + 4 && y0 <= line.y1 + 4);
}

function linesIn({ width, height }: Pixels, isInk: IsDark, pixelsPerPoint: number): readonly Rule[] {
  const least = shortestLine * pixelsPerPoint;
  const open: { x0: number; y0: number; x1: number; y1: number }[] = [];
  const lines: Rule[] = [];
  for (let y = 0; y < height; y++) {
    for (const [x0, x1] of darkStretches(isInk, y, width, least)) {
      const above = open.find((line) => line.y1 === y - 1 && line.x0 < x1 && x0 < line.x1);
      if (above) Object.assign(above, { x0: Math.min(above.x0, x0), x1: Math.max(above.x1, x1), y1: y });
      else open.push({ x0, y0: y, x1, y1: y });
    }
    for (let at = open.length - 1; at >= 0; at--) if (open[at]!.y1 < y) lines.push(...open.splice(at, 1));
  }
  return [...lines, ...open].filter((line) => line.y1 - line.y0 + 1 <= thickestLine * pixelsPerPoint);
}

function darkStretches(isDark: IsDark, y: number, width: number, least: number) {
  const stretches: [number, number][] = [];
  // Only every step must be looked at to meet a stretch that is long enough.
  const step = Math.max(1, Math.floor(least / 2));
  for (let x = step; x < width; x += step) {
    if (!isDark(x, y)) continue;
    let [x0, x1] = [x, x];
    while (x0 > 0 && isDark(x0 - 1, y)) x0 -= 1;
    while (x1 + 1 < width && isDark(x1 + 1, y)) x1 += 1;
    if (x1 - x0 >= least) stretches.push([x0, x1]);
    x = Math.max(x, x1);
  }
  return stretches;
}

type IsDark = (x: number, y: number) => boolean;

function erase(data: Uint8ClampedArray, width: number, isDark: IsDark, line: Rule, pixelsPerPoint: number): void {
  const columns = Array.from({ length: line.x1 - line.x0 + 1 }, (_, index) => line.x0 + index);
  // All is looked at before anything is taken away.
  const bars = barsOfLetters(columns, isDark, line, pixelsPerPoint);
  const taken = columns.filter((x) => !isDark(x, line.y0 - 2) && !isDark(x, line.y1 + 2) && !bars.has(x));
  for (const x of taken)
    for (let y = line.y0 - 1; y <= line.y1 + 1; y++)
      if (y >= 0) data.fill(255, (y * width + x) * 4, (y * width + x) * 4 + 4);
}

/** Points from a strike to the top and foot of the small letters it goes through, and across one of them, at most. */
const smallLetter = 5;

/**
 * The columns where a strike hides the bar of an "e": between a stroke that crosses the line on the left and one on the right that ends at it,
 * closed above and below. Without its bar an "e" is a "c".
 */
function barsOfLetters(columns: readonly number[], isDark: IsDark, line: Rule, pixelsPerPoint: number) {
  const reach = Math.round(smallLetter * pixelsPerPoint);
  const above = (x: number) => isDark(x, line.y0 - 2);
  const below = (x: number) => isDark(x, line.y1 + 2);
  const isClosed = (x: number) => {
    let [roof, floor] = [false, false];
    for (let step = 2; step <= reach; step++) {
      roof ||= isDark(x, line.y0 - step);
      floor ||= isDark(x, line.y1 + step);
    }
    return roof && floor;
  };
  const strokeFrom = (x: number) => [x, x + 1, x + 2];
  const strokeTo = (x: number) => [x, x - 1, x - 2];
  const bars = new Set<number>();
  for (const right of columns) {
    if (above(right - 1) || !strokeFrom(right).every((x) => above(x) && !below(x))) continue;
    let left = right - 1;
    while (right - left <= reach && !above(left) && !below(left) && isClosed(left)) left -= 1;
    const crosses = right - left > 2 && strokeTo(left).some((x) => above(x) && below(x));
    if (crosses) for (let x = left + 1; x < right; x++) bars.add(x);
  }
  return bars;
}
