import type { ChartPoint, LineChart } from '../tree/index.ts';
import { timePlace, timeStart, timesOf, timeWords } from '../tree/index.ts';
import { breakPlace, courseMarks, type PlacedPoint, placedPoints } from './course.ts';
import { type KeyEntry, keyMarks } from './key.ts';
import { type Frame, gridMarks, gridRoom, type Scale, timeMarks, timeScale, valueScale, valuesOf } from './scales.ts';
import { lineMark, type Mark, type Part, type Scene, signMark, textMark, textSize } from './scene.ts';
import { apart, shortened, textWidth } from './text-fit.ts';

const lineHeight = 18;

/** Series through time. Where there is room the names stand at the ends of the lines; on a narrow screen in a list above. */
export function drawLine(chart: LineChart, frame: Frame): Scene {
  const { width, narrow, words } = frame;
  const { series, unit, targets = [], breaks = [] } = chart;
  const many = series.length > 1;
  const head: Mark[] = [];
  let top = textSize + 2;
  if (many && narrow)
    series.forEach((one, turn) => {
      head.push(
        lineMark(`line-${turn + 1}` as Part, 0, top - 5, 24, top - 5),
        signMark(`point-${turn + 1}` as Part, turn, 12, top - 5),
        textMark('text', 32, top, shortened(one.name, width - 34)),
      );
      top += lineHeight + 2;
    });
  const plotHeight = narrow ? 190 : 240;
  const { scale: y, ticks } = valueScale(valuesOf(series, targets), [0, 0], narrow ? 4 : 5, chart.fromZero);
  const [begins, highest] = y.domain() as [number, number];
  // Room for a name above the highest target.
  if (targets.length > 0) y.domain([begins, highest + (highest - begins) * 0.1]);
  const says = begins === 0 ? unit : [unit, words.own.scaleFrom(words.number(begins))].filter(Boolean).join(' · ');
  head.push(textMark('soft', 0, top, shortened(says, width)));
  top += 16;
  const labelTops = breaks.length > 0 ? lineHeight : 0;
  y.range([top + labelTops + plotHeight, top + labelTops]);
  const bottom = y.range()[0]!;

  const ends = narrow ? [] : endLabels(chart, frame);
  const times = timesOf(series);
  // The words under the first and the last point must not run out of the picture.
  const half = (time = '') => textWidth(timeWords(time, words.language)) / 2;
  const left = Math.max(gridRoom(ticks, words), half(times[0]) - 8);
  const lastRoom = half(times.at(-1)) - 4;
  const right = width - Math.max(12, lastRoom, ...ends.map(({ room }) => room + 14));
  const x = timeScale(series, [left + 10, right - 6]);
  const placed = series.map(({ points }) => placedPoints(points, x, y));
  const marks: Mark[] = [
    ...head,
    ...gridMarks(y, ticks, left, right, words),
    ...timeMarks(x, times, bottom, words.language),
    ...breaks.flatMap((one) => breakMarks(one, breakPlace(one.at, times), x, top, bottom, left, right, words.language)),
    ...targets.flatMap(({ value, from, to }) => targetMarks(value, from, to, x, y, left, right)),
    ...series.flatMap(({ points }, turn) => courseMarks(points, { x, y, breaks, turn })),
    ...series.flatMap(({ points }) => missingMarks(points, x, bottom)),
  ];
  if (many) marks.push(...endMarks(ends, placed, y, right));
  else marks.push(...valueMarks(placed[0] ?? [], frame, unit, left, right, bottom), ...endMarks(ends, [], y, right));
  if (narrow) marks.push(...targetNames(chart, frame, y, left));
  const key = keyMarks(keyOf(chart), { x: 0, y: bottom + 44, width, words });
  return { width, height: key.bottom > 0 ? key.bottom + 4 : bottom + 30, marks: [...marks, ...key.marks] };
}

type End = {
  readonly text: string;
  readonly part: Part;
  readonly room: number;
  readonly value: number;
  readonly series?: number;
};

/** What stands to the right of a wide picture: the name of each series at its last point, and the name of each target at its line. */
function endLabels({ series, targets = [], unit }: LineChart, { words, width }: Frame): readonly End[] {
  const most = width * 0.3;
  const named = series.length > 1 ? series : [];
  return [
    ...named.map((one, at): End => {
      const value = one.points.findLast((point) => point.value !== null)?.value ?? 0;
      const text = shortened(one.name, most - textWidth(` ${words.number(value)}`, true), true);
      return {
        text: `${text} ${words.number(value)}`,
        part: `text-${(at % 6) + 1}` as Part,
        room: textWidth(`${text} ${words.number(value)}`, true),
        value,
        series: at,
      };
    }),
    ...targets.map((one): End => {
      const text = shortened(`${one.name} ${words.amount(one.value, unit)}`, most);
      return { text, part: 'target-text', room: textWidth(text), value: one.value };
    }),
  ];
}

function endMarks(
  ends: readonly End[],
  placed: readonly (readonly PlacedPoint[])[],
  y: Scale,
  right: number,
): readonly Mark[] {
  const [bottom, top] = y.range() as [number, number];
  const wanted = ends.map(({ series, value }) =>
    series === undefined ? y(value) : (placed[series]?.at(-1)?.y ?? y(value)),
  );
  const places = apart(wanted, lineHeight, top, bottom);
  return ends.map(({ text, part }, at) => textMark(part, right + 10, places[at]! + 5, text));
}

/** The numbers at the points of a single series: all where they have room, else the first, the last, the lowest and the highest. */
function valueMarks(
  placed: readonly PlacedPoint[],
  { words, narrow }: Frame,
  unit: string,
  left: number,
  right: number,
  bottom: number,
): readonly Mark[] {
  const said = ({ point }: PlacedPoint) => point.text ?? words.number(point.value);
  const room = Math.max(0, ...placed.map((one) => textWidth(said(one), true))) + 8;
  const all = placed.length <= 1 || placed.slice(1).every((one, at) => one.x - placed[at]!.x >= room);
  const values = placed.map(({ point }) => point.value);
  const chosen = all
    ? placed
    : placed.filter(
        (_, at) =>
          at === 0 ||
          at === placed.length - 1 ||
          (!narrow && (at === values.indexOf(Math.max(...values)) || at === values.indexOf(Math.min(...values)))),
      );
  const used: number[] = [];
  return chosen.flatMap((one) => {
    const at = placed.indexOf(one);
    const text =
      at === placed.length - 1 && placed.length > 1 && !one.point.text
        ? words.amount(one.point.value, unit)
        : said(one);
    const half = textWidth(text, true) / 2;
    const middle = Math.min(Math.max(one.x, left + half), right - half + 8);
    if (!all && used.some((other) => Math.abs(other - middle) < room) && at !== placed.length - 1) return [];
    used.push(middle);
    const [before, after] = [placed[at - 1], placed[at + 1]];
    const valley =
      one.y + 22 < bottom &&
      (before === undefined || before.y < one.y - 2) &&
      (after === undefined || after.y < one.y - 2) &&
      placed.length > 1;
    return [
      textMark(at === placed.length - 1 ? 'strong' : 'text', middle, valley ? one.y + 20 : one.y - 10, text, 'middle'),
    ];
  });
}

function targetMarks(
  value: number,
  from: string | undefined,
  to: string | undefined,
  x: Scale,
  y: Scale,
  left: number,
  right: number,
): readonly Mark[] {
  const within = (place: number | undefined, otherwise: number) => {
    return place === undefined ? otherwise : Math.min(Math.max(x(place), left), right);
  };
  const [start, end] = [
    within(from === undefined ? undefined : timeStart(from), left),
    within(to === undefined ? undefined : timePlace(to), right),
  ];
  return [lineMark('target', start, y(value), Math.max(end, start + 12), y(value))];
}

/** On a narrow screen the names of the targets stand on their lines, at the beginning. */
function targetNames(
  { targets = [], unit }: LineChart,
  { words, width }: Frame,
  y: Scale,
  left: number,
): readonly Mark[] {
  const [bottom, top] = y.range() as [number, number];
  const places = apart(
    targets.map(({ value }) => y(value) - 6),
    lineHeight,
    top + 4,
    bottom - 6,
  );
  return targets.map((one, at) =>
    textMark(
      'target-text',
      left + 4,
      places[at]!,
      shortened(`${one.name} ${words.amount(one.value, unit)}`, width - left - 8),
    ),
  );
}

function breakMarks(
  { at, text }: { readonly at: string; readonly text: string },
  place: number | undefined,
  x: Scale,
  top: number,
  bottom: number,
  left: number,
  right: number,
  language: 'sv' | 'en',
): readonly Mark[] {
  if (place === undefined || place < x.domain()[0]! || place > x.domain()[1]!) return [];
  const middle = x(place);
  const label = shortened(`${timeWords(at, language)}: ${text}`, right - left);
  const room = textWidth(label);
  const toLeft = middle + room > right;
  return [
    lineMark('break', middle, top - 2, middle, bottom),
    textMark(
      'soft',
      toLeft ? Math.max(middle - 5, left + room) : middle + 5,
      top + 10,
      label,
      toLeft ? 'end' : undefined,
    ),
  ];
}

function missingMarks(points: readonly ChartPoint[], x: Scale, bottom: number): readonly Mark[] {
  return points.flatMap(({ time, value }) => {
    const place = timePlace(time);
    return value !== null || place === undefined ? [] : crossMarks(x(place), bottom - 8);
  });
}

/** The sign of a missing number: a small cross. */
export function crossMarks(x: number, y: number): readonly Mark[] {
  return [lineMark('axis', x - 3.5, y - 3.5, x + 3.5, y + 3.5), lineMark('axis', x - 3.5, y + 3.5, x + 3.5, y - 3.5)];
}

/** The signs that need a word, those that occur and no other. */
export function keyOf({ series }: Pick<LineChart, 'series'>): readonly KeyEntry[] {
  const points = series.flatMap((one) => one.points);
  return [
    ...(points.some((one) => one.claimed && one.value !== null) ? (['claimed'] as const) : []),
    ...missingKey(points.filter((one) => one.value === null)),
  ];
}

/** The cross is explained by the reason where all have the same, such as "visas inte". */
function missingKey(points: readonly ChartPoint[]): readonly KeyEntry[] {
  const reasons = new Set(points.map(({ missing }) => missing));
  const [only] = reasons;
  if (points.length === 0) return [];
  return [reasons.size === 1 && only ? { missing: only } : 'missing'];
}
