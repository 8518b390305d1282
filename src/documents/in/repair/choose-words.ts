import { modelWord } from './language-model.ts';
import type { Lexicon } from './lexicon.ts';
import { readingsOf, type WordReading } from './word-readings.ts';
import type { WordToken } from './word-tokens.ts';

/** What a token is read as, in small letters, and how sure that is beside its other readings in the same place (0–1). */
export type ChosenWord = { readonly word: string; readonly confidence: number };

/**
 * What a word that nobody knows is given beside one of the list (`listedShare`): it may stand, but any word that fits the letters well is likelier. A
 * long one is the less likely: four letters may be an abbreviation or the rest of a word, twenty that are no word are damaged.
 */
function unknownShare(letters: number): number {
  return Math.exp(-8 - 1.3 * letters);
}
/** A name needs not be known. */
const unknownNameShare = 1e-3;
/** Letters that make a word as they stand are taken for another word only by damage of the common kinds. */
const commonDamage = 4;
/** How many beginnings of a sentence are followed at a time. */
const beamWidth = 12;

type Path = { readonly word: string; readonly cost: number; readonly before: Path | undefined };

/**
 * Reads the words of a block as the sequence that explains the letters best: the cost of the damage to each word and of each word after the one
 * before (a noisy channel, decoded with Viterbi's algorithm). "ar" is "är" in "det ar bra" and "år" in "under aret" stays what the letters allow.
 */
export function chooseWords(
  tokens: readonly WordToken[],
  lexicon: Lexicon,
  memory: ReadingMemory,
): readonly ChosenWord[] {
  const readings = tokens.map((token) => readingsOfToken(token, lexicon, memory));
  let paths: readonly Path[] = [{ word: '', cost: 0, before: undefined }];
  for (const [index, token] of tokens.entries()) {
    const next = new Map<string, Path>();
    for (const path of paths) {
      const before = token.startsSentence ? '' : path.word;
      for (const { word, damage, share } of readings[index]!) {
        const cost = path.cost + damage + lexicon.model.cost(before, word, share);
        const known = next.get(word);
        if (!known || known.cost > cost) next.set(word, { word, cost, before: path });
      }
    }
    paths = [...next.values()].sort((a, b) => a.cost - b.cost).slice(0, beamWidth);
  }
  const words: string[] = [];
  for (let path = paths[0]; path?.before; path = path.before) words.push(path.word);
  words.reverse();
  return words.map((word, index) => ({ word, confidence: confidenceOf(index) }));

  /** The share of the chosen reading among all readings of the token between its chosen neighbours. */
  function confidenceOf(index: number): number {
    const before = tokens[index]!.startsSentence ? '' : (words[index - 1] ?? '');
    const after = tokens[index + 1];
    const next =
      after && !after.startsSentence ? readings[index + 1]!.find(({ word }) => word === words[index + 1]) : undefined;
    const weights = readings[index]!.map(({ word, damage, share }) => {
      const following = next ? lexicon.model.cost(word, next.word, next.share) : 0;
      return { word, weight: Math.exp(-damage - lexicon.model.cost(before, word, share) - following) };
    });
    const total = weights.reduce((sum, { weight }) => sum + weight, 0);
    const chosen = weights.find(({ word }) => word === words[index])?.weight ?? 0;
    return total > 0 ? chosen / total : 0;
  }
}

/** Readings that were already looked for: a paper says most of its words many times. */
export type ReadingMemory = Map<string, readonly WordReading[]>;

function readingsOfToken(token: WordToken, lexicon: Lexicon, memory: ReadingMemory): readonly WordReading[] {
  const { raw } = token;
  const small = raw.toLowerCase();
  if (raw === '|' && !token.kept) return [{ word: 'i', damage: 0, share: 1, kind: 'word' }];
  if (token.kept) return [{ word: modelWord(small), damage: 0, share: 1, kind: 'word' }];
  const key = `${raw}${token.beforeHyphen ? '-' : ''}${token.looksLikeName ? '^' : ''}`;
  const known = memory.get(key);
  if (known) return known;
  // What looks like a name is only read as a word that some text has used, or as a place: "Bjork" may be a tree and a family.
  const found = readingsOf(raw, lexicon, token.beforeHyphen).filter(
    ({ word, kind }) =>
      !token.looksLikeName ||
      word === small ||
      (sameInitial(raw, word) && (kind === 'place' || lexicon.model.count(word) > 0)),
  );
  const share = token.looksLikeName ? unknownNameShare : unknownShare(raw.length);
  const asItStands: WordReading = { word: small, damage: 0, share, kind: 'word' };
  const isWord = found.some(({ word, kind }) => word === small && kind === 'word');
  const likely = isWord ? found.filter(({ damage }) => damage < commonDamage) : found;
  const readings = likely.some(({ word }) => word === small) ? likely : [...likely, asItStands];
  memory.set(key, readings);
  return readings;
}

/** Whether a word begins with the capital it was read with, but for its dots or ring. A capital that was none ("Gr" for "är") begins no name. */
export function sameInitial(raw: string, word: string): boolean {
  return plainInitial(raw) === plainInitial(word);
}

function plainInitial(word: string): string {
  return word.slice(0, 1).toLowerCase().normalize('NFD').slice(0, 1);
}
