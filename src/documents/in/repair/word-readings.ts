import { confusionTable } from './confusion-table.ts';
import type { Lexicon } from './lexicon.ts';
import { capital, type Place, partMarks } from './word-graph.ts';

/** A word that the letters on the paper may stand for. */
export type WordReading = {
  /** In small letters. */
  readonly word: string;
  /** Cost of the way from the word to the letters that were read: how unlikely the damage is. */
  readonly damage: number;
  /** Which part of one occurrence the word is given when no text has it: less for a compound made up here than for a word of the list. */
  readonly share: number;
  readonly kind: 'word' | 'compound' | 'place';
};

/** A dictionary word that no text has yet. There are 800 000 of them, so one alone is unlikely. */
const listedShare = 0.02;
const placeShare = 0.3;
/** Short words of the list that no text has are mostly rarities ("åar", "frön"), and by chance they fit damaged letters more often than long ones. */
const rareShort = { letters: 4, factor: 0.1 };
/** What a compound costs beside a word of the list, for each part more; short parts fit anywhere by chance. */
const partCost = 3;
const shortPartCost = 1.5;
/** How much of that is taken back when a text has the part as a word: "vårdbesök" is likelier than "värdbesök" where people write of "vård". */
const knownPartGain = 0.6;
const shortestPart = 3;
const mostParts = 4;
/** Damage beyond this is no reading of the letters any more. */
const mostDamage = 18;
const mostReadings = 24;

/** What the letters at the beginning of a text may be read for, by their first sign. */
const confusions = new Map<string, (readonly [read: string, meant: string, cost: number])[]>();
const unharmed = new Map<string, number>();
for (const [read, meant, cost] of confusionTable) {
  const first = read.slice(0, 1);
  confusions.set(first, [...(confusions.get(first) ?? []), [read, meant, cost]]);
  if (meant.length === 1) unharmed.set(meant, (unharmed.get(meant) ?? 1) - Math.exp(-cost));
}

/** What it costs that a letter was read as itself: next to nothing for most; å is seldom read as å once a paper is damaged. */
function costOfSame(letter: string): number {
  return -Math.log(Math.max(unharmed.get(letter) ?? 1, 0.05));
}

type Spelled = { readonly word: string; readonly damage: number; readonly parts: number; readonly partsCost: number };

/**
 * The words that a run of letters may stand for, the cheapest first, the letters themselves among them when they are a word. Letters and word
 * graph are walked together: at each letter the walk goes on with the letter itself and with everything it may be a misreading of, as long as the
 * graph has words that begin so. "vard" walks to "vård" and "värd"; "&r" to "är" and "år".
 */
export function readingsOf(raw: string, lexicon: Lexicon, beforeHyphen = false): readonly WordReading[] {
  const best = new Map<string, WordReading>();
  const offer = (reading: WordReading) => {
    const known = best.get(reading.word);
    if (!known || costOf(known) > costOf(reading)) best.set(reading.word, reading);
  };
  const { graph, others } = lexicon;
  // "hälso-" and "läns-" stand before a hyphen what they are within a compound.
  const wholeMark = beforeHyphen ? partMarks.word | partMarks.first : partMarks.word;
  walk(raw, lexicon, graph, 'start', (place, spelled) => {
    const marks = graph.marks(place);
    const fits = spelled.parts === 1 ? (marks & wholeMark) !== 0 : (marks & partMarks.last) !== 0;
    if (!fits) return;
    const rare = spelled.word.length <= rareShort.letters ? rareShort.factor : 1;
    const share = listedShare * rare * Math.exp(-spelled.partsCost);
    offer({ word: spelled.word, damage: spelled.damage, share, kind: spelled.parts === 1 ? 'word' : 'compound' });
  });
  walk(raw, lexicon, others, 'start', (place, spelled) => {
    if (others.marks(place)) offer({ word: spelled.word, damage: spelled.damage, share: listedShare, kind: 'word' });
  });
  if (/^\p{Lu}/u.test(raw))
    walk(raw, lexicon, graph, graph.step('start', capital), (place, { word, damage, parts }) => {
      if (parts === 1 && graph.marks(place) & partMarks.place)
        offer({ word, damage, share: placeShare, kind: 'place' });
    });
  return [...best.values()].sort((a, b) => costOf(a) - costOf(b)).slice(0, mostReadings);

  function costOf({ word, damage, share }: WordReading): number {
    return damage - Math.log(share + lexicon.model.count(word));
  }
}

type Graph = { step: (from: Place | 'start', letter: string) => Place; marks: (place: Place) => number };

function walk(
  raw: string,
  { model }: Lexicon,
  graph: Graph,
  start: Place | 'start',
  arrive: (place: Place, spelled: Spelled) => void,
): void {
  if (start === 0) return;
  go(0, start, 0, { word: '', damage: 0, parts: 1, partsCost: 0 });

  function costOfPart(word: string): number {
    const bare = word.endsWith('s') ? word.slice(0, -1) : word;
    const gain = knownPartGain * Math.log(1 + Math.max(model.count(word), model.count(bare)));
    return partCost + (word.length <= shortestPart ? shortPartCost : 0) - Math.min(gain, partCost);
  }

  /** `part` is where in the word the part began that is being spelled. */
  function go(at: number, place: Place | 'start', part: number, spelled: Spelled): void {
    if (at === raw.length) {
      if (place === 'start') return;
      const lastPart = spelled.parts > 1 ? costOfPart(spelled.word.slice(part)) - partCost : 0;
      arrive(place, { ...spelled, partsCost: spelled.partsCost + lastPart });
      return;
    }
    const length = spelled.word.length - part;
    if (
      place !== 'start' &&
      length >= shortestPart &&
      spelled.parts < mostParts &&
      graph.marks(place) & partMarks.first
    ) {
      const partsCost = spelled.partsCost + costOfPart(spelled.word.slice(part));
      spell(at, 'start', spelled.word.length, { ...spelled, parts: spelled.parts + 1, partsCost });
    }
    spell(at, place, part, spelled);
  }

  function spell(at: number, place: Place | 'start', part: number, spelled: Spelled): void {
    const letter = raw[at]!;
    const small = letter.toLowerCase();
    take(at + 1, place, part, spelled, small, costOfSame(small));
    for (const [read, meant, cost] of confusions.get(letter) ?? [])
      if (raw.startsWith(read, at)) take(at + read.length, place, part, spelled, meant, cost);
    // A capital is damaged as the small letter is: "Orebro" as "over".
    if (small !== letter)
      for (const [read, meant, cost] of confusions.get(small) ?? [])
        if (read === small) take(at + 1, place, part, spelled, meant, cost);
  }

  function take(
    at: number,
    from: Place | 'start',
    part: number,
    spelled: Spelled,
    letters: string,
    cost: number,
  ): void {
    const damage = spelled.damage + cost;
    if (damage > mostDamage) return;
    let place: Place | 'start' = from;
    for (const letter of letters) {
      place = graph.step(place, letter);
      if (place === 0) return;
    }
    go(at, place, part, { ...spelled, word: spelled.word + letters, damage });
  }
}
