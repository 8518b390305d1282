import type { RanksChart } from '../tree/index.ts';
import { crossMarks } from './draw-line.ts';
import { type Frame, valueScale } from './scales.ts';
import { lineMark, type Mark, type Scene, signMark, textMark, textSize } from './scene.ts';
import { shortened, textWidth } from './text-fit.ts';

/** Where each lies on one scale, a row each in the given order. All dots look the same but the reader's own, which is larger. */
export function drawRanks(
  { rows, unit, reference, fromZero }: RanksChart & { readonly fromZero?: boolean },
  { width, narrow, words }: Frame,
): Scene {
  const said = rows.map(({ value, text }) => (value === null ? words.own.missing : (text ?? words.number(value))));
  const amountRoom = Math.max(0, ...said.map((text, at) => textWidth(text, rows[at]!.own))) + 12;
  const nameRoom = Math.min(width * 0.4, Math.max(0, ...rows.map(({ label, own }) => textWidth(label, own))) + 14);
  const [left, right] = [nameRoom + 8, width - amountRoom - 6];
  const values = [
    ...rows.flatMap(({ value }) => (value === null ? [] : [value])),
    ...(reference ? [reference.value] : []),
  ];
  const { scale: x, ticks } = valueScale(values, [left, right], narrow ? 3 : 6, fromZero);
  const begins = x.domain()[0]!;
  const says = begins === 0 ? unit : [unit, words.own.scaleFrom(words.number(begins))].filter(Boolean).join(' · ');
  const marks: Mark[] = [textMark('soft', 0, textSize + 2, shortened(says, width))];
  let top = textSize + 16;
  if (reference) {
    const text = shortened(`${reference.name} ${words.amount(reference.value, unit)}`, width);
    const half = textWidth(text) / 2;
    marks.push(
      textMark('target-text', Math.min(Math.max(x(reference.value), half), width - half), top + 8, text, 'middle'),
    );
    top += 20;
  }
  const rowHeight = narrow ? 26 : 28;
  const bottom = top + rows.length * rowHeight + 4;
  for (const tick of ticks)
    marks.push(
      lineMark(tick === 0 ? 'axis' : 'grid', x(tick), top, x(tick), bottom),
      textMark('soft', x(tick), bottom + 18, words.number(tick), 'middle'),
    );
  if (reference) marks.push(lineMark('target', x(reference.value), top - 4, x(reference.value), bottom));
  rows.forEach(({ label, value, own }, at) => {
    const y = top + at * rowHeight + rowHeight / 2;
    const part = own ? 'strong' : 'text';
    marks.push(lineMark('guide', left, y, right, y), textMark(part, 0, y + 5, shortened(label, nameRoom, own)));
    if (value === null) marks.push(...crossMarks(left, y), textMark('soft', width, y + 5, said[at]!, 'end'));
    else
      marks.push(
        signMark(own ? 'point-6' : 'point-1', own ? 3 : 0, x(value), y, own ? 6.5 : 5.5),
        textMark(part, width, y + 5, said[at]!, 'end'),
      );
  });
  return { width, height: bottom + 26, marks };
}
