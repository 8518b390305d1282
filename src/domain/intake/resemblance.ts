/**
 * How much two assignments resemble each other in words, so that the one of an earlier year can be proposed as the predecessor of a later one.
 *
 * Plans say the same thing in new sentences ("utreda … pilotverksamhet med samordnat medicinskt omhändertagande" becomes "följa processen med
 * pilotverksamhet för samordnat medicinskt omhändertagande"), and nearly every assignment of a region contains *vård*, *arbete*, *utveckla*.
 * Common words must therefore weigh nothing and rare words much. Two signs are taken, and the stronger one counts:
 *
 * - **Rare words.** Each assignment becomes a set of word stems (endings of Swedish inflection cut, words of form left out). A stem weighs
 *   ln(1 + N/n) - ln 2, where N is the number of assignments compared and n the number that have it: 0 for a word in all of them. The score is
 *   the weight that both share, as part of the geometric mean of what each weighs.
 *   Example: of 37 assignments two have "traumaverksamhet"; in "fortsätta utvecklandet av traumaverksamheten" that is nearly all the weight.
 * - **Phrases.** The part of the earlier assignment's word pairs that stand side by side in the later one, or in what was reported about it.
 *   Example: "omställning till nära vård" is not in the text of 2023 number 15 at all, but its interim report speaks of that very thing.
 */
export type ComparedText = {
  readonly id: string;
  readonly text: string;
  /** What has been reported about it: only phrases are looked for here, since a long text shares single words with everything. */
  readonly reported?: string;
};

export type Resemblance = {
  readonly earlier: string;
  readonly later: string;
  /** 0 for nothing in common, 1 for the same words. */
  readonly score: number;
  /** The shared words or phrases that weigh most, as the later text writes them: the reason that a person reads. */
  readonly shared: readonly string[];
};

/**
 * From this score on a pair is worth a person's time. Measured on the assignments of 2020 and 2023 (seed-inventory lists A1 and A2): the four
 * true pairs that share words lie at 0.33 and above, the best of the 338 others at 0.17.
 */
export const worthProposing = 0.25;

// Longest first within a family, so that a word loses its whole ending at once.
const endings = (
  'heternas heterna ningarna ningens ningen ningar andets andet ernas arnas ornas heten heter erna arna orna ande ades ning het ' +
  'ens ets are ade ad at en et er ar or as a e s t n'
).split(' ');

/** Words of form, not of matter: what every plan says of every assignment. */
const formWords = new Set(
  `att och eller samt som med för till från inom utifrån enligt under över vid utom mot kring även inte detta denna dessa vara skall bland
  annat exempel exempelvis deras sina hela uppdrag uppdraget arbete arbetet arbeta fortsätta fortsatt fortsätter utveckla utvecklingen
  utvecklandet genomföra genomförandet följa utreda förutsättningar förutsättningarna region regionens regionen länet länets hälso hälsa
  sjukvård sjukvården sjukvårdens vård vården vårdens förvaltningen nämnden beredning beredningen beredningarna åtgärder inkluderande behov
  får sjukvårdsförvaltningen
  bättre kommuner kommunerna samverkan förbättrad förbättra förslag`.split(/\s+/u),
);

type Stem = { readonly stem: string; readonly word: string };

/** Every pair of an earlier and a later text with something in common, best first. */
export function resemblances(earlier: readonly ComparedText[], later: readonly ComparedText[]): readonly Resemblance[] {
  const bags = new Map([...earlier, ...later].map((one) => [one, bagOf(one.text)]));
  const weigh = weightsOf([...bags.values()]);
  const phrases = new Map(
    [...earlier, ...later].map((one) => [one, new Map([...phrasesOf(one.text), ...phrasesOf(one.reported ?? '')])]),
  );
  return earlier
    .flatMap((first) =>
      later.map((second) => {
        const words = rareWords(bags.get(first)!, bags.get(second)!, weigh);
        const pairs = sharedPhrases(phrases.get(first)!, phrases.get(second)!);
        const best = pairs.score > words.score ? pairs : words;
        return { earlier: first.id, later: second.id, score: best.score, shared: best.shared.slice(0, 4) };
      }),
    )
    .filter((pair) => pair.score > 0)
    .sort((a, b) => b.score - a.score);
}

function rareWords(
  first: ReadonlyMap<string, string>,
  second: ReadonlyMap<string, string>,
  weigh: (stem: string) => number,
) {
  const weightOf = (stems: Iterable<string>) => sum([...stems].map(weigh));
  const common = [...first.keys()].filter((stem) => second.has(stem) && weigh(stem) > 0);
  common.sort((a, b) => weigh(b) - weigh(a));
  const mean = Math.sqrt(weightOf(first.keys()) * weightOf(second.keys()));
  return { score: mean > 0 ? weightOf(common) / mean : 0, shared: common.map((stem) => second.get(stem)!) };
}

function sharedPhrases(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>) {
  const common = [...first.keys()].filter((phrase) => second.has(phrase));
  return { score: common.length / (first.size || 1), shared: common.map((phrase) => second.get(phrase)!) };
}

/** Words that carry matter, in order, with their stems. */
function stemsOf(text: string): readonly Stem[] {
  return (text.toLowerCase().match(/\p{L}[\p{L}\d]*(?:-\p{L}+)*/gu) ?? [])
    .filter((word) => word.length >= 4 && !formWords.has(word))
    .map((word) => ({ stem: stemOf(word), word }));
}

function stemOf(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 4);
  return ending ? word.slice(0, -ending.length) : word;
}

function bagOf(text: string): ReadonlyMap<string, string> {
  return new Map(stemsOf(text).map(({ stem, word }) => [stem, word]));
}

function phrasesOf(text: string): ReadonlyMap<string, string> {
  const stems = stemsOf(text);
  return new Map(
    stems.slice(1).map((second, index) => {
      const first = stems[index]!;
      return [`${first.stem} ${second.stem}`, `${first.word} … ${second.word}`];
    }),
  );
}

function weightsOf(bags: readonly ReadonlyMap<string, string>[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const bag of bags) for (const stem of bag.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (stem) => Math.log(1 + bags.length / (counts.get(stem) ?? bags.length)) - Math.log(2);
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
