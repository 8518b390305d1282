import type { RawLine } from './source-lines.ts';

/**
 * The lines of a text that have words, and beside each its words as lines are compared: single spaces, none at the ends. `counts` tells how many
 * times each of these forms stands, `recurring` are those that stand so often that it is hardly chance.
 */
export type WrittenLines = {
  readonly lines: readonly RawLine[];
  readonly forms: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  readonly recurring: readonly string[];
};

/** What came back fewer times may be chance. */
export const fewestTimes = 3;

/** Two spaces, or one of another kind: what is not yet in the form to compare by. */
const unevenSpace = / {2}|[^\S ]/;

/** The rules for page furniture all compare the same lines, so that what they compare is made once for all of them. */
export function writtenLinesOf(all: readonly RawLine[]): WrittenLines {
  const lines: RawLine[] = [];
  const forms: string[] = [];
  for (const line of all) {
    if (line.words === '') continue;
    const words = line.words.trim();
    if (words === '') continue;
    lines.push(line);
    forms.push(unevenSpace.test(words) ? words.replace(/\s+/g, ' ') : words);
  }
  const counts = countForms(forms);
  return { lines, forms, counts, recurring: formsThatRecur(counts) };
}

/** How many times each form stands. */
export function countForms(forms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}

/** The forms that stand at least three times. */
export function formsThatRecur(counts: ReadonlyMap<string, number>): readonly string[] {
  const recurring: string[] = [];
  for (const [form, count] of counts) if (count >= fewestTimes) recurring.push(form);
  return recurring;
}
