import { line } from 'd3-shape';
import type { ChartBreak, ChartPoint } from '../tree/index.ts';
import { timePlace, timeStart } from '../tree/index.ts';
import type { Scale } from './scales.ts';
import { type Mark, type Part, signMark, tenth } from './scene.ts';

export type PlacedPoint = {
  readonly point: ChartPoint & { readonly value: number };
  readonly x: number;
  readonly y: number;
};

/** The points of a series that have a time and a number, in order of time, on their places. */
export function placedPoints(points: readonly ChartPoint[], x: Scale, y: Scale): readonly PlacedPoint[] {
  return inOrder(points).flatMap((point) =>
    point.value === null
      ? []
      : [{ point: { ...point, value: point.value }, x: x(timePlace(point.time)!), y: y(point.value) }],
  );
}

function inOrder(points: readonly ChartPoint[]): readonly ChartPoint[] {
  return points
    .filter(({ time }) => timePlace(time) !== undefined)
    .toSorted((a, b) => timePlace(a.time)! - timePlace(b.time)!);
}

/**
 * The stretches of a series that may be joined: a line stops where a number is missing and where the counting was changed, so that nobody reads a
 * development where there is none.
 */
export function stretches(
  points: readonly ChartPoint[],
  breaks: readonly ChartBreak[],
): readonly (readonly ChartPoint[])[] {
  const places = breaks.flatMap(({ at }) => timeStart(at) ?? []);
  const found: ChartPoint[][] = [];
  let before: ChartPoint | undefined;
  for (const point of inOrder(points)) {
    const parted =
      before === undefined ||
      places.some((place) => timePlace(before!.time)! <= place && place < timePlace(point.time)!);
    if (point.value === null) before = undefined;
    else {
      if (parted) found.push([]);
      found.at(-1)!.push(point);
      before = point;
    }
  }
  return found;
}

/** A series as its line and its points. A claimed point is hollow, and the line to it thin and dotted. */
export function courseMarks(
  points: readonly ChartPoint[],
  options: {
    readonly x: Scale;
    readonly y: Scale;
    readonly breaks: readonly ChartBreak[];
    readonly turn: number;
    readonly size?: number;
  },
): readonly Mark[] {
  const { x, y, breaks, turn, size = 4.5 } = options;
  const part = `line-${turn + 1}` as Part;
  const draw = line<PlacedPoint>(
    ({ x }) => tenth(x),
    ({ y }) => tenth(y),
  ).digits(1);
  const lines = stretches(points, breaks).flatMap((stretch) => {
    const placed = placedPoints(stretch, x, y);
    return runsOf(placed).map(
      ({ claimed, run }): Mark => ({
        mark: 'path',
        part: claimed ? 'claimed-line' : part,
        d: draw(run as PlacedPoint[]) ?? '',
      }),
    );
  });
  const signs = placedPoints(points, x, y).map(({ point, x: px, y: py }) =>
    signMark(point.claimed ? 'hollow' : (`point-${turn + 1}` as Part), turn, px, py, size),
  );
  return [...lines, ...signs];
}

/** Parts a stretch into runs between measured points and runs that touch a claimed one. */
function runsOf(
  placed: readonly PlacedPoint[],
): readonly { readonly claimed: boolean; readonly run: readonly PlacedPoint[] }[] {
  const runs: { claimed: boolean; run: PlacedPoint[] }[] = [];
  placed.slice(1).forEach((point, index) => {
    const before = placed[index]!;
    const claimed = Boolean(before.point.claimed || point.point.claimed);
    const last = runs.at(-1);
    if (last?.claimed === claimed) last.run.push(point);
    else runs.push({ claimed, run: [before, point] });
  });
  return runs;
}

/** Where a break is drawn: half-way between the last number that is counted in the old way and the first in the new. */
export function breakPlace(at: string, times: readonly string[]): number | undefined {
  const start = timeStart(at);
  if (start === undefined) return undefined;
  const places = times.flatMap((time) => timePlace(time) ?? []);
  const before = Math.max(...places.filter((place) => place <= start));
  const after = Math.min(...places.filter((place) => place > start));
  return Number.isFinite(before) && Number.isFinite(after) ? (before + after) / 2 : start;
}
