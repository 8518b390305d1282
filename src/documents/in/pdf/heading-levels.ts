import { wordsOf } from './lines.ts';
import type { TextGroup } from './text-groups.ts';

/** What a heading looks like beside the text of its document. */
export type TextLook = { readonly bodySize: number; readonly measured: boolean };

const longestHeading = 220;
const numberedForm = /^(?:§\s*\d+|\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+\p{Lu}|(?:Bilaga|Kapitel|Del)\s+\d+)/u;

/** Whether a group is a heading: larger than the text, or bold on its own with the number or the distance of one. */
export function isHeading(group: TextGroup, { bodySize, measured }: TextLook): boolean {
  const words = group.lines.map(wordsOf).join(' ').trim();
  if (words.length > longestHeading || group.lines.length > 4 || !/\p{L}{2}/u.test(words)) return false;
  if (group.size >= bodySize * (measured ? 1.14 : 1.1)) return !/[,;]$/.test(words);
  if (!group.bold || measured || group.size < bodySize * 0.9) return false;
  return numberedForm.test(words) && !/[.,;:]$/.test(words) && group.lines.length <= 3;
}

/** The levels of headings: the largest is the first, and bold ones of the size of the text come last. */
export function headingLevels(headings: readonly TextGroup[]): (group: TextGroup) => number {
  const look = (group: TextGroup) => Math.round(group.size * 2) / 2;
  const sizes = [...new Set(headings.map(look))].sort((a, b) => b - a);
  return (group) => Math.min(6, sizes.indexOf(look(group)) + 1);
}
