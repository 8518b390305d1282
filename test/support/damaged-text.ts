import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readText } from '../../src/documents/in/read-text.ts';
import { type Lexicon, openLexicon } from '../../src/documents/in/repair/lexicon.ts';
import { repairDocument } from '../../src/documents/in/repair/repair-document.ts';
import { readingsOf } from '../../src/documents/in/repair/word-readings.ts';
import type { SourceDocument } from '../../src/documents/tree/source.ts';
import { seedBytes } from './seeds.ts';

/** The text of a paper with its repairs put in; the line breaks stay where they are. */
export function repairedText({ text, repairs = [] }: SourceDocument): string {
  return [...repairs]
    .sort((a, b) => b.start - a.start)
    .reduce((whole, { start, end, repaired }) => whole.slice(0, start) + repaired + whole.slice(end), text);
}

/** How many words were right of how many, before and after the repair, with those that are still wrong. */
export type Accuracy = {
  readonly words: number;
  readonly rightBefore: number;
  readonly rightAfter: number;
  readonly wrong: readonly { readonly truth: string; readonly read: string; readonly repaired: string }[];
};

const fixtures = new URL('../fixtures/damaged/', import.meta.url);
/** What was read, and of which paper. */
export const damagedFixtures = {
  'clean-sans.txt': 'truth.txt',
  'poor-serif.txt': 'truth.txt',
  'untouched.txt': 'untouched-truth.txt',
} as const;
export type DamagedFixture = keyof typeof damagedFixtures;

/**
 * The accuracy on a paper of our own: its truth and what the English model read on its pages, line by line. A word is right when it is letter for letter
 * the word of the truth; words that the dictionary does not know, even as compounds, are not asked for (names). Lines in which the engine lost or parted words are left out, because there no repair of letters can be right or wrong.
 */
export function fixtureAccuracy(fixture: DamagedFixture, lexicon: Lexicon = openLexicon()): Accuracy {
  const lines = (name: string) => readFileSync(new URL(name, fixtures), 'utf8').split('\n');
  const read = lines(fixture);
  const repaired = repairedText(repairDocument(readText(readFileSync(new URL(fixture, fixtures))), lexicon)).split(
    '\n',
  );
  const triples = lines(damagedFixtures[fixture]).flatMap((line, index) => {
    const [truth, before, after] = [line, read[index]!, repaired[index]!].map(
      (text) => text.match(/[\p{L}\p{N}&|]+/gu) ?? [],
    );
    if (truth!.length !== before!.length || truth!.length !== after!.length) return [];
    return truth!
      .map((word, at) => ({ truth: word, read: before![at]!, repaired: after![at]! }))
      .filter(({ truth: word }) => isKnown(word, lexicon));
  });
  return {
    words: triples.length,
    rightBefore: triples.filter(({ truth, read }) => truth === read).length,
    rightAfter: triples.filter(({ truth, repaired }) => truth === repaired).length,
    wrong: triples.filter(({ truth, repaired }) => truth !== repaired),
  };
}

function isKnown(word: string, lexicon: Lexicon): boolean {
  if (lexicon.knows(word)) return true;
  // A compound with a capital may be the name of a place or a family, made of words.
  return (
    !/^\p{Lu}/u.test(word) && readingsOf(word, lexicon, true).some((reading) => reading.word === word.toLowerCase())
  );
}

/**
 * The accuracy on the genuine damaged paper, read together with the other three: on the sampled words that the dictionary or those papers know, and
 * in `all` on every sampled word.
 */
export function seedAccuracy(): Omit<Accuracy, 'wrong'> & { readonly all: Omit<Accuracy, 'wrong'> } {
  const text = (seed: string) => new TextDecoder().decode(seedBytes(seed));
  const source = repairDocument(readText(seedBytes('004')), openLexicon(['000', '001', '003'].map(text)));
  const repairs = new Map(source.repairs?.map((repair) => [repair.start, repair]));
  const { rows } = JSON.parse(readFileSync(new URL('seed-004-words.json', fixtures), 'utf8')) as {
    rows: SampledWord[];
  };
  const judged = rows.map(([offset, length, hash, known]) => {
    const read = source.text.slice(offset, offset + length);
    const isRight = (word: string) => createHash('sha256').update(word).digest('hex').startsWith(hash);
    return { known: known === 1, before: isRight(read), after: isRight(repairs.get(offset)?.repaired ?? read) };
  });
  const counted = (words: typeof judged) => ({
    words: words.length,
    rightBefore: words.filter(({ before }) => before).length,
    rightAfter: words.filter(({ after }) => after).length,
  });
  return { ...counted(judged.filter(({ known }) => known)), all: counted(judged) };
}

type SampledWord = readonly [offset: number, length: number, hash: string, known: 0 | 1];
