import type { Lexicon } from './lexicon.ts';
import { readingsOf } from './word-readings.ts';

/** From this share of its words on, a text is taken for damaged. Sound papers stay below one per cent, papers read as English lie above twenty per cent. */
const damagedShare = 0.04;
/** Fewer damaged words than this prove nothing, for example in a paper of three lines. */
const fewestDamaged = 3;
/** Damage of the common kinds only: in another language many words are some rare damage away from a Swedish one. */
const commonDamage = 5;
/** A long paper shows its damage soon. */
const wordsLookedAt = 4000;

/**
 * Whether letters of a text were lost on the way: whether many of its words are no words, but would be if a letter were what it is often misread
 * as. Unknown words alone prove nothing (names, terms, another language), and neither do words that are a word either way ("for").
 */
export function looksDamaged(text: string, lexicon: Lexicon): boolean {
  return damageOf(text, lexicon).damaged;
}

/** How many words a text has and how many of them are damaged beyond doubt, with the verdict. */
export function damageOf(
  text: string,
  lexicon: Lexicon,
): { readonly words: number; readonly broken: number; readonly damaged: boolean } {
  let [words, broken] = [0, 0];
  const seen = new Map<string, boolean>();
  for (const [word] of text.matchAll(/(?<![\p{L}\p{N}&|@/.])\p{Ll}[\p{Ll}&|60]+(?![\p{L}\p{N}&|@/])/gu)) {
    if (words >= wordsLookedAt) break;
    words++;
    let isBroken = seen.get(word);
    if (isBroken === undefined) {
      isBroken = isDamaged(word, lexicon);
      seen.set(word, isBroken);
    }
    if (isBroken) broken++;
  }
  return { words, broken, damaged: broken >= fewestDamaged && broken > words * damagedShare };
}

function isDamaged(word: string, lexicon: Lexicon): boolean {
  if (lexicon.knows(word)) return false;
  const readings = readingsOf(word, lexicon);
  const asItStands = readings.some((reading) => reading.word === word);
  return !asItStands && readings.some(({ kind, damage }) => kind === 'word' && damage < commonDamage);
}
