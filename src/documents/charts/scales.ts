import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Language } from '../../kernel/language.ts';
import type { ChartSeries, ChartTarget, ChartWords } from '../tree/index.ts';
import { isYear, timePlace, timeWords } from '../tree/index.ts';
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
  const scale = scaleLinear([from, to - from < 1e-6 ? from + 1 : to], range).nice(ticks);
  return { scale, ticks: scale.ticks(ticks) };
}

/** The times that some series have numbers for, as an axis from left to right. */
export function timeScale(series: readonly ChartSeries[], range: readonly [number, number]): Scale {
  const places = [...series.flatMap(({ points }) => points.flatMap(({ time }) => timePlace(time) ?? []))];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  if (places.length === 0) return scaleLinear([0, 1], range);
  return first === last ? scaleLinear([first - 0.5, first + 0.5], range) : scaleLinear([first, last], range);
}

/**
 * The times under an axis of a series: every one that is there where they have room; else years, at their points when only years are told of and
 * otherwise between the turns of the year.
 */
export function timeMarks(scale: Scale, times: readonly string[], y: number, language: Language): readonly Mark[] {
  const labels = times.map((time) => ({ x: scale(timePlace(time)!), text: timeWords(time, language) }));
  if (!times.every(isYear)) return fit(labels) ? labels.flatMap((one) => tickMarks(one, y)) : yearMarks(scale, y);
  const step = yearStep(scale);
  const [first, last] = [Number(times[0] ?? 0), Number(times.at(-1) ?? 0)];
  // Counted from the last year, because that is the one that is asked for.
  return yearsBetween(first, times.length > 0 ? last : first - 1)
    .filter((year) => (last - year) % step === 0)
    .flatMap((year) => tickMarks({ x: scale(year + 1), text: String(year) }, y));
}

type TimeLabel = { readonly x: number; readonly text: string };

function fit(labels: readonly TimeLabel[]): boolean {
  return labels.every(({ x, text }, at) => {
    const before = labels[at - 1];
    return before === undefined || x - before.x >= (textWidth(text) + textWidth(before.text)) / 2 + 10;
  });
}

function tickMarks({ x, text }: TimeLabel, y: number): readonly Mark[] {
  return [lineMark('axis', x, y, x, y + 4), textMark('soft', x, y + 6 + textSize, text, 'middle')];
}

/** Years as stretches of an axis: a tick at each turn of the year, and the year between. With `top`, a pale line from there to each tick. */
export function yearMarks(scale: Scale, y: number, top?: number): readonly Mark[] {
  const [from, to] = scale.domain() as [number, number];
  const step = yearStep(scale);
  return yearsBetween(Math.floor(from), Math.ceil(to) - 1)
    .filter((year) => year % step === 0)
    .flatMap((year) => {
      const [begins, ends] = [Math.max(from, year), Math.min(to, year + 1)];
      const named =
        scale(ends) - scale(begins) >= Math.min(textWidth(String(year)), (scale(year + 1) - scale(year)) / 2);
      return [
        ...(year < from ? [] : [lineMark('axis', scale(year), y, scale(year), y + 5)]),
        ...(year < from || top === undefined ? [] : [lineMark('grid', scale(year), top, scale(year), y)]),
        ...(named
          ? [textMark('soft', (scale(begins) + scale(ends)) / 2, y + 6 + textSize, String(year), 'middle')]
          : []),
      ];
    });
}

/** Every year, every second, every fifth: as many as have room. */
function yearStep(scale: Scale): number {
  const [from, to] = scale.domain() as [number, number];
  const [left, right] = scale.range() as [number, number];
  const most = Math.max(1, Math.floor((right - left) / (textWidth('2026') + 12)));
  return [1, 2, 5, 10, 20, 50].find((one) => (to - from) / one <= most) ?? 100;
}

function yearsBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
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
