import { textSize } from './scene.ts';

/**
 * About how wide a text is in our typeface: places are reserved by it without asking any machine for its fonts, so that the same figures give the
 * same picture everywhere. It errs on the wide side.
 */
export function textWidth(text: string, bold = false): number {
  let ems = 0;
  for (const sign of text) ems += signWidths.get(sign) ?? 0.51;
  return ems * textSize * (bold ? 1.06 : 1);
}

const signWidths: ReadonlyMap<string, number> = new Map([
  ...[..."il.,:;'|!\u00a0 jtfrI"].map((sign): [string, number] => [sign, 0.3]),
  ...[...'mwMW%'].map((sign): [string, number] => [sign, 0.82]),
  ...[...'ABCDEFGHJKLNOPQRSTUVXYZÅÄÖ'].map((sign): [string, number] => [sign, 0.6]),
]);

/** A text broken at its spaces into lines of at most a width; a word that is longer than a line is cut with an ellipsis. */
export function linesOf(text: string, width: number, most = 2, bold = false): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ ]+/u)) {
    const before = lines.at(-1);
    const joined = before === undefined ? word : `${before} ${word}`;
    if (before !== undefined && textWidth(joined, bold) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]} …`;
  return kept.map((line) => shortened(line, width, bold));
}

/** A text that is cut where it would be too wide, and says so. */
export function shortened(text: string, width: number, bold = false): string {
  if (textWidth(text, bold) <= width) return text;
  const signs = [...text.replace(/ …$/u, '')];
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, bold) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** Moves labels that would lie on each other apart, as little as it takes, within bounds; in the order in which they were given. */
export function apart(places: readonly number[], distance: number, from: number, to: number): readonly number[] {
  const order = places
    .map((place, index) => ({ place, index }))
    .toSorted((a, b) => a.place - b.place || a.index - b.index);
  const moved = order.map(({ place }) => Math.max(place, from));
  for (let i = 1; i < moved.length; i += 1) moved[i] = Math.max(moved[i]!, moved[i - 1]! + distance);
  let below = to;
  for (let i = moved.length - 1; i >= 0; i -= 1) {
    moved[i] = Math.min(moved[i]!, below);
    below = moved[i]! - distance;
  }
  const answer: number[] = [];
  order.forEach(({ index }, at) => {
    answer[index] = moved[at]!;
  });
  return answer;
}
