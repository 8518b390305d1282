import type { ChartWords } from '../tree/index.ts';
import { lineMark, type Mark, signMark, textMark } from './scene.ts';
import { textWidth } from './text-fit.ts';

export type KeyEntry = 'claimed' | 'missing' | { readonly target: string } | { readonly missing: string };

/** The signs of a picture with their words, side by side as far as there is room. `bottom` is where they end, nothing when there are none. */
export function keyMarks(
  entries: readonly KeyEntry[],
  place: { readonly x: number; readonly y: number; readonly width: number; readonly words: ChartWords },
): { readonly marks: readonly Mark[]; readonly bottom: number } {
  const marks: Mark[] = [];
  let { x, y } = place;
  for (const entry of entries) {
    const text = typeof entry === 'string' ? place.words.own[entry] : 'target' in entry ? entry.target : entry.missing;
    const room = 30 + textWidth(text) + 18;
    if (x > place.x && x + room > place.x + place.width) {
      x = place.x;
      y += 20;
    }
    marks.push(...signOf(entry, x + 10, y - 5), textMark('soft', x + 26, y, text));
    x += room;
  }
  return { marks, bottom: entries.length > 0 ? y : 0 };
}

function signOf(entry: KeyEntry, x: number, y: number): readonly Mark[] {
  if (entry === 'claimed') return [signMark('hollow', 0, x, y)];
  if (typeof entry !== 'string' && 'target' in entry) return [lineMark('target', x - 10, y, x + 10, y)];
  return [lineMark('axis', x - 3.5, y - 3.5, x + 3.5, y + 3.5), lineMark('axis', x - 3.5, y + 3.5, x + 3.5, y - 3.5)];
}
