import { type WordChange, wordChanges } from '../../kernel/word-changes.ts';

/** A paragraph of two texts held against each other: null on the side that does not have it. */
export type ComparedParagraph = {
  readonly before: readonly WordChange[] | null;
  readonly after: readonly WordChange[] | null;
  readonly changed: boolean;
};

/**
 * Two texts paragraph by paragraph: equal paragraphs stand beside each other, and what stands between them is paired in its order and compared word by
 * word. Two paragraphs that share too little are one taken out and one put in, so that nobody reads a new rule as a changed old one.
 */
export function compareAgreementTexts(before: string, after: string): readonly ComparedParagraph[] {
  const [a, b] = [paragraphsOf(before), paragraphsOf(after)];
  const rows: ComparedParagraph[] = [];
  let [i, j] = [0, 0];
  for (const [nextA, nextB] of [...commonParagraphs(a, b), [a.length, b.length] as const]) {
    rows.push(...between(a.slice(i, nextA), b.slice(j, nextB)));
    if (nextA < a.length) rows.push(same(a[nextA]!));
    [i, j] = [nextA + 1, nextB + 1];
  }
  return rows;
}

/** The places of the longest row of equal paragraphs of both. */
function commonParagraphs(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const common: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length)
    if (a[i] === b[j]) {
      common.push([i, j]);
      [i, j] = [i + 1, j + 1];
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i += 1;
    else j += 1;
  return common;
}

function between(a: readonly string[], b: readonly string[]): readonly ComparedParagraph[] {
  const rows: ComparedParagraph[] = [];
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const [was, is] = [a[index], b[index]];
    const changes = was !== undefined && is !== undefined ? wordChanges(was, is) : undefined;
    if (changes && shared(changes) >= 0.3)
      rows.push({
        before: changes.filter(({ kind }) => kind !== 'added'),
        after: changes.filter(({ kind }) => kind !== 'removed'),
        changed: true,
      });
    else {
      if (was !== undefined) rows.push({ before: [{ kind: 'removed', text: was }], after: null, changed: true });
      if (is !== undefined) rows.push({ before: null, after: [{ kind: 'added', text: is }], changed: true });
    }
  }
  return rows;
}

/** The share of the words of both that they have in common. */
function shared(changes: readonly WordChange[]): number {
  const count = (kind?: WordChange['kind']) =>
    changes.reduce((sum, one) => sum + (kind === undefined || one.kind === kind ? one.text.split(' ').length : 0), 0);
  return count('same') / Math.max(1, count());
}

function same(text: string): ComparedParagraph {
  const words: readonly WordChange[] = [{ kind: 'same', text }];
  return { before: words, after: words, changed: false };
}

const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n+/u)
    .map((one) => one.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
