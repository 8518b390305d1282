import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { ChartBreak, ChartSeries, ChartTarget, ChartWords } from '../tree/index.ts';
import { timePlace } from '../tree/index.ts';
import { lineMark, type Mark, textMark, textSize } from './scene.ts';
import { textWidth } from './text-fit.ts';

export type Scale = ScaleLinear<number, number>;

/** How wide a picture is laid out: a narrow screen, the text of a printed page, a wide screen. */
export const layouts = { narrow: 320, page: 560, wide: 640 } as const;
export type Layout = keyof typeof layouts;
export type Frame = { readonly width: number; readonly narrow: boolean; readonly words: ChartWords };

/** The numbers that a scale of values must hold. */
export function valuesOf(series: readonly ChartSeries[], targets: readonly ChartTarget[] = []): readonly number[] {
  return [
    ...series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value]))),
    ...targets.map(({ value }) => value),
  ];
}

/**
 * A calm scale of values: it begins at nothing unless all numbers lie close together far from it, ends a little above the highest, and has few ticks on round numbers.
 */
export function valueScale(
  values: readonly number[],
  range: readonly [number, number],
  ticks: number,
  fromZero = false,
) {
  const [low, high] = [Math.min(...values, Number.POSITIVE_INFINITY), Math.max(...values, Number.NEGATIVE_INFINITY)];
  if (!Number.isFinite(low)) return { scale: scaleLinear([0, 1], range), ticks: [0] };
  const far = low > 0 && high - low < high * 0.4;
  const padding = (high - low || Math.abs(high) || 1) * 0.12;
  const from = fromZero || (low >= 0 && !far) ? 0 : low - padding;
  const to = high <= 0 && (fromZero || !far) ? 0 : high + (high === low ? padding : 0);
  const scale = scaleLinear([from, to === from ? from + 1 : to], range).nice(ticks);
  return { scale, ticks: scale.ticks(ticks) };
}

/** The years that some series, targets and breaks speak of, as an axis from left to right. */
export function timeScale(
  series: readonly ChartSeries[],
  breaks: readonly ChartBreak[],
  range: readonly [number, number],
): Scale {
  const places = [
    ...series.flatMap(({ points }) => points.map(({ time }) => time)),
    ...breaks.map(({ at }) => at),
  ].flatMap((time) => timePlace(time) ?? []);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  if (places.length === 0) return scaleLinear([0, 1], range);
  return first === last ? scaleLinear([first - 0.5, first + 0.5], range) : scaleLinear([first, last], range);
}

/** The years under an axis: every year, every second, every fifth, as many as have room; always whole years. */
export function yearMarks(scale: Scale, y: number, top?: number): readonly Mark[] {
  const [from, to] = scale.domain() as [number, number];
  const [left, right] = scale.range() as [number, number];
  const room = textWidth('2026') + 12;
  const most = Math.max(1, Math.floor((right - left) / room));
  const step = [1, 2, 5, 10, 20, 50].find((one) => (to - from) / one <= most) ?? 100;
  const years: number[] = [];
  for (let year = Math.ceil(from); year <= Math.floor(to + 1e-9); year += 1) years.push(year);
  const last = years.at(-1) ?? 0;
  // Counted from the last year, because that is the one that is asked for.
  return years
    .filter((year) => (last - year) % step === 0)
    .flatMap((year) => [
      ...(top === undefined ? [] : [lineMark('grid', scale(year), top, scale(year), y)]),
      lineMark('axis', scale(year), y, scale(year), y + 4),
      textMark('soft', scale(year), y + 6 + textSize, String(year), 'middle'),
    ]);
}

/** The ticks of a scale of values: pale lines with their numbers to the left. */
export function gridMarks(
  scale: Scale,
  ticks: readonly number[],
  left: number,
  right: number,
  words: ChartWords,
  labels = true,
): readonly Mark[] {
  return ticks.flatMap((tick) => {
    const y = scale(tick);
    return [
      lineMark(tick === 0 ? 'axis' : 'grid', left, y, right, y),
      ...(labels ? [textMark('soft', left - 6, y + 5, words.number(tick), 'end')] : []),
    ];
  });
}

/** How much room the numbers of a scale need to the left of it. */
export function gridRoom(ticks: readonly number[], words: ChartWords): number {
  return Math.max(...ticks.map((tick) => textWidth(words.number(tick)))) + 8;
}
