import { scaleLinear } from 'd3-scale';
import { type RangesChart, timePlace, timeStart } from '../tree/index.ts';
import { type Frame, yearMarks } from './scales.ts';
import { lineMark, type Mark, rectMark, type Scene, tenth, textMark, textSize } from './scene.ts';
import { linesOf, textWidth } from './text-fit.ts';

/** From when to when, a row each on one axis of years. A range without an end runs out of the picture with an open arrow. */
export function drawRanges({ rows, today }: RangesChart, { width, narrow, words }: Frame): Scene {
  const nameRoom = narrow ? 0 : Math.min(width * 0.36, Math.max(0, ...rows.map(({ label }) => textWidth(label))) + 16);
  const placed = rows.map((row) => ({
    row,
    from: timeStart(row.from),
    to: row.to === null ? null : timePlace(row.to),
  }));
  const now = today === undefined ? undefined : timeStart(today);
  const known = [
    ...placed.flatMap(({ from, to }) => [from, to].filter((one) => typeof one === 'number')),
    ...(now === undefined ? [] : [now]),
  ];
  const [first, last] = [Math.floor(Math.min(...known)), Math.ceil(Math.max(...known))];
  const x = scaleLinear(known.length === 0 ? [0, 1] : [first, Math.max(last, first + 1)], [nameRoom + 4, width - 18]);
  const marks: Mark[] = [];
  const thick = 14;
  let y = now === undefined ? 4 : 26;
  const body: Mark[] = [];
  for (const { row, from, to } of placed) {
    const lines = linesOf(row.label, narrow ? width : nameRoom - 12, 3);
    const top = narrow ? y + lines.length * 17 + 4 : y + Math.max(3, (lines.length * 17 - thick) / 2);
    lines.forEach((line, index) => {
      body.push(
        narrow
          ? textMark('text', 0, y + textSize + index * 17, line)
          : textMark('text', 0, top + thick / 2 + 5 + (index - (lines.length - 1) / 2) * 17, line),
      );
    });
    if (from === undefined) body.push(textMark('soft', nameRoom + 4, top + thick - 2, words.own.missing));
    else if (to === null) {
      const tip = width - 4;
      const d = `M${tenth(x(from))} ${tenth(top)}H${tenth(tip - 8)}L${tenth(tip)} ${tenth(top + thick / 2)}L${tenth(tip - 8)} ${tenth(top + thick)}H${tenth(x(from))}Z`;
      body.push({ mark: 'path', part: row.look ?? 'full', d });
    } else body.push(rectMark(row.look ?? 'full', x(from), top, Math.max(3, x(to ?? from) - x(from)), thick));
    y = Math.max(top + thick, narrow ? 0 : y + lines.length * 17) + 10;
  }
  marks.push(...yearMarks(x, y, now === undefined ? 0 : 22), lineMark('axis', nameRoom + 4, y, width - 4, y), ...body);
  if (now !== undefined) {
    const half = textWidth(words.own.today) / 2;
    marks.push(
      lineMark('target', x(now), 20, x(now), y),
      textMark('target-text', Math.min(Math.max(x(now), half), width - half), textSize + 1, words.own.today, 'middle'),
    );
  }
  return { width, height: y + 30, marks };
}
