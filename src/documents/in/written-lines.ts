import type { RawLine } from './source-lines.ts';

/**
 * The lines of a text that have words, and beside each its words as lines are compared: single spaces, none at the ends. `counts` tells how many
 * times each of these forms stands.
 */
export type WrittenLines = {
  readonly lines: readonly RawLine[];
  readonly forms: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
};

const spaceOfOtherKind = /[^\S ]/;

/** The rules for page furniture all compare the same lines, so that what they compare is made once for all of them. */
export function writtenLinesOf(all: readonly RawLine[]): WrittenLines {
  const lines: RawLine[] = [];
  const forms: string[] = [];
  for (const line of all) {
    if (line.words === '') continue;
    const words = line.words.trim();
    if (words === '') continue;
    lines.push(line);
    forms.push(words.includes('  ') || spaceOfOtherKind.test(words) ? words.replace(/\s+/g, ' ') : words);
  }
  return { lines, forms, counts: countForms(forms) };
}

/** How many times each form stands. */
export function countForms(forms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}
