/** How often words stand in texts, and how often one follows on another ("god vård"). Words are counted in small letters. */
export type WordCounts = { readonly words: Map<string, number>; readonly pairs: Map<string, number> };

const token = /[\p{L}\p{N}]+(?:[-:’'][\p{L}\p{N}]+)*|[.!?]/gu;

/** Counts the words of texts. The end of a sentence is counted as the empty word, which the first word of the next one follows on. */
export function countWords(texts: Iterable<string>): WordCounts {
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const text of texts) {
    let before = '';
    for (const [found] of text.matchAll(token)) {
      const word = modelWord(found);
      if (word) words.set(word, (words.get(word) ?? 0) + 1);
      if (word) pairs.set(`${before} ${word}`, (pairs.get(`${before} ${word}`) ?? 0) + 1);
      else words.set('', (words.get('') ?? 0) + 1);
      before = word;
    }
  }
  return { words, pairs };
}

/** The counts as a file: one line for each number of times, first those of words and after an empty line those of pairs, with `|` between them. */
export function formatCounts({ words, pairs }: WordCounts): string {
  return `${formatted(words)}\n\n${formatted(pairs)}\n`;
}

function formatted(counts: ReadonlyMap<string, number>): string {
  const byCount = new Map<number, string[]>();
  for (const [key, count] of counts) byCount.set(count, [...(byCount.get(count) ?? []), key]);
  return [...byCount]
    .sort(([a], [b]) => b - a)
    .map(([count, keys]) => [count, ...keys.sort()].join('|'))
    .join('\n');
}

export function parseCounts(file: string): WordCounts {
  const [words, pairs] = file.split('\n\n').map((part) => {
    const rows = part
      .trimEnd()
      .split('\n')
      .map((line) => line.split('|'));
    return new Map(rows.flatMap(([count, ...keys]) => keys.map((key) => [key, Number(count)] as const)));
  });
  if (!words || !pairs)
    throw new Error('The word counts are no such file: build it again with scripts/build-word-list.ts.');
  return { words, pairs };
}

/** A word as it is counted: numbers are all the same, because "2024" and "2025" are followed by the same words; the end of a sentence is the empty word. */
export function modelWord(found: string): string {
  if (/\p{L}/u.test(found)) return found.toLowerCase();
  return /\p{N}/u.test(found) ? '#' : '';
}

/**
 * How likely a word is after another, from counts: half of it from what follows on what, half from the word alone, so that a pair that was never
 * seen is not impossible. A word that was never counted has `share` of one occurrence; which share is for the caller, who knows what it is.
 */
export class LanguageModel {
  readonly #words = new Map<string, number>();
  readonly #pairs = new Map<string, number>();
  #total = 0;

  constructor(sources: Iterable<WordCounts>) {
    for (const { words, pairs } of sources) {
      for (const [word, count] of words) this.#add(this.#words, word, count);
      for (const [pair, count] of pairs) this.#add(this.#pairs, pair, count);
    }
    for (const count of this.#words.values()) this.#total += count;
  }

  #add(counts: Map<string, number>, key: string, count: number): void {
    counts.set(key, (counts.get(key) ?? 0) + count);
  }

  count(word: string): number {
    return this.#words.get(word) ?? 0;
  }

  /** The cost (negative natural logarithm of the probability) of a word after another. */
  cost(before: string, word: string, share: number): number {
    const alone = (this.count(word) + share) / (this.#total + 5000);
    const ofBefore = this.count(before);
    // Rarely seen words before say little about what follows: the pair counts for the more the more often the first was seen.
    const trust = ofBefore / (ofBefore + 8);
    const following = ofBefore ? (this.#pairs.get(`${before} ${word}`) ?? 0) / ofBefore : 0;
    return -Math.log(0.6 * trust * following + (1 - 0.6 * trust) * alone);
  }
}
