import { join, type Passage, slice, trimmed } from '../../documents/tree/passage.ts';

const opensNothing =
  /[,:;(/–-]$|(?:^|\s)(?:i|på|av|om|från|med|till|för|inom|vid|mot|hos|under|efter|och|samt|eller|den|det|de)$/iu;

/**
 * Parts the items of a cell that a conversion has run together into one line: an item begins at a word with a capital that no punctuation and no
 * preposition leads up to. A name after another word with a capital ("Region Norden") belongs to it, unless the word is an ordinary one that
 * the document also writes with a small letter. `vocabulary` has the words that stand with a small letter somewhere in the document.
 */
export function partRunTogether(words: Passage, vocabulary: ReadonlySet<string>): readonly Passage[] {
  const cuts: number[] = [];
  const tokens = [...words.text.matchAll(/\S+/gu)];
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const word = /^\p{Lu}\p{Ll}[\p{L}-]*/u.exec(token[0])?.[0];
    if (!before || !word || opensNothing.test(before[0])) continue;
    const ordinary = vocabulary.has(word.toLocaleLowerCase('sv'));
    const afterCapital = /^[("”]?\p{Lu}\p{Ll}/u.test(before[0]);
    if (afterCapital ? ordinary : true) cuts.push(token.index);
  }
  const bounds = [0, ...cuts, words.text.length];
  return bounds
    .slice(1)
    .map((end, index) => trimmed(slice(words, bounds[index]!, end)))
    .filter((part) => part.text !== '');
}

/** The words that a text writes with a small letter. */
export function smallWordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<!\p{L})\p{Ll}[\p{Ll}-]+/gu) ?? []);
}

/** Joins the lines of a cell that belong to one paragraph: the next begins with a small letter, or this one ends in a word that leads on. */
export function joinWrapped(lines: readonly Passage[]): readonly Passage[] {
  const joined: Passage[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const goesOn = last && (/^\p{Ll}/u.test(line.text) || (opensNothing.test(last.text) && !/[:–-]$/u.test(last.text)));
    if (goesOn) joined[joined.length - 1] = join([last, line], ' ');
    else joined.push(line);
  }
  return joined;
}
