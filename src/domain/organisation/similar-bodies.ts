import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { NamedBody } from './body.ts';
import { nameKey, nameKeys, namesOf } from './body-names.ts';

/** Why two names look like the same body. A likeness is a proposal to a person: nothing is ever merged by it (BOD-07, BOD-58). */
export const likenessReasons = {
  spelling: { sv: 'nästan samma stavning', en: 'almost the same spelling' },
  wordsAdded: { sv: 'samma ord, men det ena namnet har fler', en: 'the same words, but one name has more' },
  sharedWords: { sv: 'flera ovanliga ord gemensamma', en: 'several telling words in common' },
} as const satisfies Record<string, Localized>;

export type LikenessReason = keyof typeof likenessReasons;

export type BodyLikeness = {
  readonly bodyId: Id<'body'>;
  /** The name of the body that looked alike: its own or one of its other names. */
  readonly name: string;
  /** 0 to 1; 1 would be the same name, which is no likeness but a match. */
  readonly likeness: number;
  readonly reason: LikenessReason;
  /** The words that only one of the two names has. */
  readonly differingWords: readonly string[];
};

/** Below this, people who were shown the pairs of genuine papers called them different bodies. */
const leastLikeness = 0.45;

/** Words that every body of the same sort has: they tell nothing about which one it is. */
const commonWords = new Set([
  'för',
  'och',
  'samt',
  'i',
  'av',
  'beredning',
  'beredningen',
  'nämnd',
  'nämnden',
  'region',
  'kommun',
]);

/** Bodies whose names look like the given one without being it, best first: what the import asks a person about. */
export function similarBodies(name: string, bodies: readonly NamedBody[]): readonly BodyLikeness[] {
  const keys = new Set(nameKeys(name));
  return bodies
    .filter((body) => !namesOf(body).some((one) => keys.has(nameKey(one))))
    .flatMap((body) => {
      const alike = namesOf(body).map((one) => ({ bodyId: body.id, name: one, ...compare(name, one) }));
      const best = alike.sort((a, b) => b.likeness - a.likeness)[0];
      return best && best.likeness >= leastLikeness ? [best] : [];
    })
    .sort((a, b) => b.likeness - a.likeness || a.name.localeCompare(b.name, 'sv'));
}

function compare(left: string, right: string): Pick<BodyLikeness, 'likeness' | 'reason' | 'differingWords'> {
  const [ours, theirs] = [tellingWords(left), tellingWords(right)];
  // Each word is set beside the word of the other name that it resembles most, so that order and inflection weigh little.
  const fit = (words: readonly string[], others: readonly string[]) =>
    words.map((word) => Math.max(0, ...others.map((other) => dice(word, other))));
  const [oursFit, theirsFit] = [fit(ours, theirs), fit(theirs, ours)];
  const all = [...oursFit, ...theirsFit];
  const likeness = Math.min(0.99, all.reduce((a, b) => a + b, 0) / (all.length || 1));
  const alone = (words: readonly string[], fits: readonly number[]) => words.filter((_, i) => fits[i]! < 0.6);
  const differingWords = [...alone(ours, oursFit), ...alone(theirs, theirsFit)];
  const oneSided = alone(ours, oursFit).length === 0 || alone(theirs, theirsFit).length === 0;
  const reason = differingWords.length === 0 ? 'spelling' : oneSided ? 'wordsAdded' : 'sharedWords';
  return { likeness: Math.round(likeness * 100) / 100, reason, differingWords };
}

function tellingWords(name: string): readonly string[] {
  const words = nameKey(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !commonWords.has(word));
  return telling.length > 0 ? telling : words;
}

/** Sørensen–Dice over pairs of letters: 1 for the same word, 0 for nothing in common. */
function dice(left: string, right: string): number {
  if (left === right) return 1;
  const [ours, theirs] = [pairsOf(left), pairsOf(right)];
  const shared = ours.filter((pair) => {
    const at = theirs.indexOf(pair);
    if (at < 0) return false;
    theirs.splice(at, 1);
    return true;
  }).length;
  return (2 * shared) / (pairsOf(left).length + pairsOf(right).length || 1);
}

const pairsOf = (word: string) => Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2));
