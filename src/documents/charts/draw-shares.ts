import { scaleLinear } from 'd3-scale';
import type { SharesChart } from '../tree/index.ts';
import type { Frame } from './scales.ts';
import { type Mark, type Part, rectMark, type Scene, tenth, textMark, textSize } from './scene.ts';
import { linesOf, shortened, textWidth } from './text-fit.ts';

/** Wholes of equal length with their parts as shares: each part has a shade and a hatching of its own, and its share stands in it or above it. */
export function drawShares({ parts, rows }: SharesChart, { width, narrow, words }: Frame): Scene {
  const marks: Mark[] = [];
  let y = 4;
  let x = 0;
  parts.forEach((name, turn) => {
    const text = shortened(name, width - 30);
    const room = 28 + textWidth(text) + 20;
    if (x > 0 && x + room > width) {
      x = 0;
      y += 22;
    }
    marks.push(...areaMarks(turn, x, y + 1, 20, 13), textMark('text', x + 27, y + 13, text));
    x += room;
  });
  y += 34;
  const nameRoom = narrow ? 0 : Math.min(width * 0.32, Math.max(0, ...rows.map(({ label }) => textWidth(label))) + 14);
  const thick = narrow ? 18 : 24;
  for (const { label, values } of rows) {
    const sum = values.reduce((total, value) => total + Math.max(0, value), 0);
    const lines = linesOf(label, narrow ? width : nameRoom - 12);
    // The shares stand above the bar: in it they would have to be told from hatchings.
    const top = y + (narrow ? lines.length * 17 + 20 : Math.max(18, lines.length > 1 ? 12 : 0));
    lines.forEach((line, index) => {
      marks.push(
        narrow
          ? textMark('strong', 0, y + textSize + index * 17, line)
          : textMark('text', nameRoom - 12, top + thick / 2 + 5 + (index - (lines.length - 1) / 2) * 17, line, 'end'),
      );
    });
    const scale = scaleLinear([0, sum || 1], [nameRoom, width]);
    if (sum === 0) marks.push(textMark('soft', nameRoom, top + thick / 2 + 5, words.own.missing));
    let before = 0;
    let free = nameRoom;
    parts.forEach((_, turn) => {
      const value = Math.max(0, values[turn] ?? 0);
      if (value === 0) return;
      const [from, to] = [scale(before), scale(before + value)];
      marks.push(...areaMarks(turn, from, top, to - from, thick));
      before += value;
      const said = words.percent(value / sum);
      const at = Math.min(Math.max((from + to) / 2, free + textWidth(said) / 2), width - textWidth(said) / 2);
      if (at - textWidth(said) / 2 < free - 0.5 || to - from < 8) return;
      marks.push(textMark('text', at, top - 5, said, 'middle'));
      free = at + textWidth(said) / 2 + 6;
    });
    y = top + thick + (narrow ? 14 : 10);
  }
  return { width, height: y, marks };
}

/** A part of a whole: its shade, the hatching on it, and an edge that divides it from its neighbour. */
function areaMarks(turn: number, x: number, y: number, width: number, height: number): readonly Mark[] {
  const shade = (turn % 6) + 1;
  const dark = shade === 1 || shade === 3 || shade === 5;
  const hatching = hatchings[turn % hatchings.length]!;
  const d = hatching(x, y, x + width, y + height);
  return [
    rectMark(`area-${shade}` as Part, x, y, width, height),
    ...(d ? [{ mark: 'path', part: dark ? 'hatch' : 'hatch-dark', d } as const] : []),
    rectMark('edge', x, y, width, height),
  ];
}

type Hatching = (left: number, top: number, right: number, bottom: number) => string;

const hatchings: readonly Hatching[] = [
  () => '',
  (left, top, right, bottom) => slanted(left, top, right, bottom, 7),
  (left, top, right, bottom) =>
    steps(left, right, 6)
      .map((x) => `M${tenth(x)} ${tenth(top)}V${tenth(bottom)}`)
      .join(''),
  () => '',
  (left, top, right, bottom) =>
    steps(top, bottom, 5)
      .map((y) => `M${tenth(left)} ${tenth(y)}H${tenth(right)}`)
      .join(''),
  (left, top, right, bottom) =>
    `${slanted(left, top, right, bottom, 9)}${steps(left, right, 9)
      .map((x) => `M${tenth(x)} ${tenth(top)}V${tenth(bottom)}`)
      .join('')}`,
];

function steps(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / step) - 1) }, (_, at) => from + (at + 1) * step);
}

/** Slanting lines, cut at the edges by reckoning, so that no reader of the picture needs to know clipping. */
function slanted(left: number, top: number, right: number, bottom: number, step: number): string {
  const height = bottom - top;
  return steps(left, right + height, step)
    .map((x) => {
      const [x1, x2] = [Math.max(left, x - height), Math.min(right, x)];
      return x2 <= x1 ? '' : `M${tenth(x1)} ${tenth(top + (x - x1))}L${tenth(x2)} ${tenth(top + (x - x2))}`;
    })
    .join('');
}
