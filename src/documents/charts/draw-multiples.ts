import type { SmallMultiples } from '../tree/index.ts';
import { timesOf, timeWords, yearOfPlace } from '../tree/index.ts';
import { breakPlace, courseMarks, placedPoints } from './course.ts';
import { type KeyEntry, keyMarks } from './key.ts';
import { type Frame, gridMarks, gridRoom, timeScale, valueScale, valuesOf } from './scales.ts';
import { lineMark, type Mark, type Scene, textMark, textSize } from './scene.ts';
import { linesOf, shortened, textWidth } from './text-fit.ts';

const plotHeight = 84;
const gap = 22;

/** Many series as small pictures on one scale of values and of time, so that they can be compared without lying on each other. */
export function drawMultiples(chart: SmallMultiples, frame: Frame): Scene {
  const { width, narrow, words } = frame;
  const { panels, unit, targets = [], breaks = [] } = chart;
  const { scale: values, ticks } = valueScale(valuesOf(panels, targets), [0, 0], 3, chart.fromZero);
  const times = timesOf(panels);
  // All panels share one axis of time: what one lacks is seen as lacking.
  const shared = timeScale(panels, [0, 1]);
  const begins = values.domain()[0]!;
  const says = begins === 0 ? unit : [unit, words.own.scaleFrom(words.number(begins))].filter(Boolean).join(' · ');
  const marks: Mark[] = [textMark('soft', 0, textSize + 2, shortened(says, width))];
  const left = gridRoom(ticks, words);
  const columns = narrow ? 2 : Math.max(2, Math.min(4, panels.length));
  const panelWidth = (width - left - gap * (columns - 1) - 10) / columns;
  const names = panels.map(({ name }) => linesOf(name, panelWidth, 2, true));
  const nameLines = Math.max(1, ...names.map((lines) => lines.length));
  const rowHeight = nameLines * 17 + 22 + plotHeight + 30;
  const top = textSize + 14;
  panels.forEach(({ points }, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const x0 = left + column * (panelWidth + gap);
    const y0 = top + row * rowHeight;
    const plotTop = y0 + nameLines * 17 + 22;
    const bottom = plotTop + plotHeight;
    const y = values.copy().range([bottom, plotTop]);
    const x = shared.copy().range([x0 + 6, x0 + panelWidth - 6]);
    names[at]!.forEach((line, index, all) => {
      marks.push(textMark('strong', x0, y0 + 15 + (nameLines - all.length + index) * 17, line));
    });
    marks.push(...gridMarks(y, ticks, x0, x0 + panelWidth, words, column === 0));
    for (const { at: time } of breaks) {
      const place = breakPlace(time, times);
      if (place !== undefined && place >= x.domain()[0]! && place <= x.domain()[1]!)
        marks.push(lineMark('break', x(place), plotTop - 4, x(place), bottom));
    }
    for (const { value } of targets) marks.push(lineMark('target', x0, y(value), x0 + panelWidth, y(value)));
    marks.push(...courseMarks(points, { x, y, breaks, turn: 0, size: 2.8 }));
    const last = placedPoints(points, x, y).at(-1);
    const [from, to] = x.domain() as [number, number];
    if (last) {
      const text = last.point.text ?? words.number(last.point.value);
      const half = textWidth(text, true) / 2;
      const middle = Math.min(Math.max(last.x, x0 + half), x0 + panelWidth - half);
      marks.push(textMark('strong', middle, Math.max(last.y - 9, plotTop - 6), text, 'middle'));
    } else marks.push(textMark('soft', x0 + panelWidth / 2, plotTop + plotHeight / 2, words.own.missing, 'middle'));
    marks.push(textMark('soft', x0, bottom + textSize + 5, String(yearOfPlace(from))));
    if (yearOfPlace(from) !== yearOfPlace(to))
      marks.push(textMark('soft', x0 + panelWidth, bottom + textSize + 5, String(yearOfPlace(to)), 'end'));
  });
  const bottom = top + Math.ceil(panels.length / columns) * rowHeight;
  const written = [...breaks.map(({ at, text }) => words.own.breakAt(timeWords(at, words.language), text))].flatMap(
    (text) => linesOf(text, width, 3),
  );
  written.forEach((line, at) => {
    marks.push(textMark('soft', 0, bottom + 12 + at * 18, line));
  });
  const keys: readonly KeyEntry[] = [
    ...targets.map(({ name, value }) => ({ target: `${name} ${words.amount(value, unit)}` })),
    ...(panels.some(({ points }) => points.some((one) => one.claimed && one.value !== null))
      ? (['claimed'] as const)
      : []),
  ];
  const end = bottom + written.length * 18;
  const key = keyMarks(keys, { x: 0, y: end + 14, width, words });
  return { width, height: (key.bottom || end) + 6, marks: [...marks, ...key.marks] };
}
