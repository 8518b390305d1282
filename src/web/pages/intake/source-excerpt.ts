import type { Mark } from '../../components/source-passage/source-passage.ts';

export type Excerpt = { readonly text: string; readonly firstLine: number; readonly marks: readonly Mark[] };

/** How many lines are shown before and after a passage, and how many of a long one. */
const surroundings = 5;
const longest = 60;

/** A passage in its surroundings: whole lines around it, with the passage marked. */
export function excerptOf(
  text: string,
  place: { readonly start: number; readonly end: number },
  around = surroundings,
): Excerpt {
  const start = Math.min(place.start, text.length);
  const end = Math.min(Math.max(place.end, start), text.length);
  let from = text.lastIndexOf('\n', start - 1) + 1;
  for (let line = 0; line < around && from > 0; line += 1) from = text.lastIndexOf('\n', from - 2) + 1;
  let to = lineEnd(text, Math.max(start, end - 1));
  for (let line = 0; line < around && to < text.length; line += 1) to = lineEnd(text, to + 1);
  const lines = text.slice(from, to).split('\n').slice(0, longest);
  return {
    text: lines.join('\n'),
    firstLine: text.slice(0, from).split('\n').length,
    marks: [{ start: start - from, end: end - from }],
  };
}

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? text.length : found;
}

/** The line of the text that a place stands on, counted from 1. */
export function lineAt(text: string, place: number): number {
  return text.slice(0, place).split('\n').length;
}
