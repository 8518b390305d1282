import type { ChartData } from '../tree/index.ts';
import { type Mark, type Scene, textMark, textSize } from './scene.ts';
import { linesOf } from './text-fit.ts';

const lineHeight = 19;
const margin = 14;

/** A picture that leaves its page takes its name and its source with it, and a margin, so that it can be put into a presentation as it is. */
export function titled(scene: Scene, { title, note }: Pick<ChartData, 'title' | 'note'>): Scene {
  const head = linesOf(title, scene.width, 3, true);
  const foot = note ? linesOf(note, scene.width, 3) : [];
  const top = margin + head.length * lineHeight + 6;
  const bottom = top + scene.height;
  const marks: readonly Mark[] = [
    ...head.map((line, at) => textMark('strong', margin, margin + textSize + at * lineHeight, line)),
    ...scene.marks.map((mark) => moved(mark, margin, top)),
    ...foot.map((line, at) => textMark('soft', margin, bottom + textSize + at * lineHeight, line)),
  ];
  return { width: scene.width + 2 * margin, height: bottom + foot.length * lineHeight + margin, marks };
}

function moved(mark: Mark, right: number, down: number): Mark {
  return mark.mark === 'text'
    ? { ...mark, x: mark.x + right, y: mark.y + down }
    : { ...mark, at: { x: (mark.at?.x ?? 0) + right, y: (mark.at?.y ?? 0) + down } };
}
