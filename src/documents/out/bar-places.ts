import type { Chart } from '../tree/index.ts';

/** Where a bar begins and ends on a scale that is one wide: the three writers draw the same bars. */
export type BarPlace = { readonly from: number; readonly to: number };

/** Places the bars of a chart on one scale that holds nothing and every amount. A chart of nothing but zeros has bars without length. */
export function barPlaces({ bars }: Pick<Chart, 'bars'>): readonly BarPlace[] {
  const least = Math.min(0, ...bars.map(({ value }) => value));
  const most = Math.max(0, ...bars.map(({ value }) => value));
  const width = most - least || 1;
  return bars.map(({ value }) => {
    const [from, to] = value < 0 ? [value, 0] : [0, value];
    return { from: share(from - least, width), to: share(to - least, width) };
  });
}

/** To a ten-thousandth, so that the same record gives the same bytes on every machine. */
function share(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 10_000;
}
