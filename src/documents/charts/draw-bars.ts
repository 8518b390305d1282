import { scaleLinear } from 'd3-scale';
import type { BarsChart } from '../tree/index.ts';
import type { Frame } from './scales.ts';
import { lineMark, type Mark, rectMark, type Scene, textMark, textSize } from './scene.ts';
import { linesOf, shortened, textWidth } from './text-fit.ts';

/** Amounts as lying bars from nothing: the name before the bar, on a narrow screen above it, and the amount at its end. */
export function drawBars({ bars, unit }: BarsChart, { width, narrow, words }: Frame): Scene {
  const said = bars.map(({ value, text }) => text ?? words.amount(value, unit));
  const amountRoom = Math.max(0, ...said.map((text) => textWidth(text, true))) + 10;
  const negative = bars.some(({ value }) => value < 0);
  const nameRoom = narrow ? 0 : Math.min(width * 0.36, Math.max(0, ...bars.map(({ label }) => textWidth(label))) + 14);
  const names = bars.map(({ label }) => linesOf(label, narrow ? width : nameRoom - 12, 3));
  const [left, right] = [nameRoom + (negative ? amountRoom : 0), width - amountRoom];
  const amounts = bars.map(({ value }) => value);
  const scale = scaleLinear([Math.min(0, ...amounts), Math.max(0, ...amounts) || (negative ? 0 : 1)], [left, right]);
  const thick = narrow ? 14 : 20;
  const marks: Mark[] = [];
  let y = 4;
  bars.forEach(({ value, look = 'full' }, at) => {
    const lines = names[at]!;
    const top = narrow ? y + lines.length * 17 + 3 : y + Math.max(0, (lines.length * 17 - thick) / 2);
    lines.forEach((line, index) => {
      const text = narrow
        ? textMark('text', 0, y + textSize + index * 17, line)
        : textMark('text', nameRoom - 12, top + thick / 2 + 5 + (index - (lines.length - 1) / 2) * 17, line, 'end');
      marks.push(text);
    });
    const [from, to] = [Math.min(scale(0), scale(value)), Math.max(scale(0), scale(value))];
    const inset = look === 'outline' ? 1 : 0;
    marks.push(rectMark(look, from + inset, top + inset, Math.max(1.5, to - from - 2 * inset), thick - 2 * inset));
    marks.push(
      value < 0
        ? textMark('strong', from - 6, top + thick / 2 + 5, said[at]!, 'end')
        : textMark('strong', to + 6, top + thick / 2 + 5, shortened(said[at]!, amountRoom, true)),
    );
    marks.push(lineMark('axis', scale(0), top - 3, scale(0), top + thick + 3));
    y = Math.max(top + thick, narrow ? 0 : y + lines.length * 17) + 10;
  });
  return { width, height: y, marks };
}
