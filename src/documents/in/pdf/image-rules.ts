import type { Rule } from './page-content.ts';

/** The pixels of a drawn page: four bytes each, row by row from the top. */
export type Pixels = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };

/** Points that a line is long at least: no stroke of a letter of running text is. */
const shortestLine = 17;
/** Points that a line is thick at most: what is thicker is a bar or a picture. */
const thickestLine = 2.4;
const dark = 200;

/**
 * Finds level lines in the picture of a page and takes them out of it: borders of tables, and strikes through words, which hide the words from
 * OCR. Where a stroke of a letter crosses a line it is left. The lines are given in pixels.
 */
export function takeOutLines({ data, width, height }: Pixels, pixelsPerPoint: number): readonly Rule[] {
  const least = shortestLine * pixelsPerPoint;
  const open: { x0: number; y0: number; x1: number; y1: number }[] = [];
  const lines: Rule[] = [];
  const isDark = (x: number, y: number) => y >= 0 && y < height && data[(y * width + x) * 4 + 1]! < dark;
  for (let y = 0; y < height; y++) {
    for (const [x0, x1] of darkStretches(isDark, y, width, least)) {
      const above = open.find((line) => line.y1 === y - 1 && line.x0 < x1 && x0 < line.x1);
      if (above) Object.assign(above, { x0: Math.min(above.x0, x0), x1: Math.max(above.x1, x1), y1: y });
      else open.push({ x0, y0: y, x1, y1: y });
    }
    for (let at = open.length - 1; at >= 0; at--) if (open[at]!.y1 < y) lines.push(...open.splice(at, 1));
  }
  const thin = [...lines, ...open].filter((line) => line.y1 - line.y0 + 1 <= thickestLine * pixelsPerPoint);
  for (const line of thin) erase(data, width, isDark, line);
  return thin;
}

function darkStretches(isDark: (x: number, y: number) => boolean, y: number, width: number, least: number) {
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

function erase(data: Uint8ClampedArray, width: number, isDark: (x: number, y: number) => boolean, line: Rule): void {
  for (let x = line.x0; x <= line.x1; x++) {
    if (isDark(x, line.y0 - 2) && isDark(x, line.y1 + 2)) continue;
    for (let y = line.y0 - 1; y <= line.y1 + 1; y++)
      if (y >= 0) data.fill(255, (y * width + x) * 4, (y * width + x) * 4 + 4);
  }
}
