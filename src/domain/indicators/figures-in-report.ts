import { type Figure, figuresIn, sentenceAt } from './figures-in-text.ts';

/** The forms that state a measured count wherever they stand. A bare number before a noun may be anything: a §, an hour, a room. */
const stating: readonly string[] = [
  'number-of-stated',
  'number-in-brackets',
  'number-with-change',
  'number-then-change',
  'share-has-changed',
];
/** Words before a number that say that somebody counted, as "minst" and "högst" do not: those set rules. */
const counting: readonly string[] = [
  'drygt',
  'cirka',
  'ca',
  'omkring',
  'nästan',
  'knappt',
  'ungefär',
  'uppemot',
  'över',
];

/** Sentences about money, posts, votes and what is meant to be state no measured figure. */
const noMeasure =
  /(?<!\p{L})(?:ska|skall|bör|måste|kommer att|planera\p{L}*|beräkna\p{L}*|förvänta\p{L}*|prognos\p{L}*|mål(?:et|värde\p{L}*)?|riktvärde\p{L}*|föreslå\p{L}*|beslutar|maximalt|minst|högst|får)(?!\p{L})|(?:kronor|kostnad|budget|anslag|bidrag|avgift|intäkt|skatt|överskott|underskott|tjänstegrad|tjänsteköp|sysselsättningsgrad|årsarbet|finansier|ledamöter|röster|ersättare)|(?<!\p{L})(?:kr|mkr|mnkr|tkr|mdkr)(?!\p{L})/iu;
const noCount = /^(?:miljon|miljard|kron|mnkr|mkr|tkr|kvadrat|hektar|meter|kilo|mil$|sid|procent|grader)/iu;

const amount = String.raw`(?<value>\d{1,3}(?:,\d{1,2})?)\s?(?:%|procent)(?!\p{L}|enheter)`;
const qualifier = String.raw`(?:(?<qualifier>drygt|cirka|ca|omkring|nästan|knappt|ungefär|uppemot|över)\.?\s{1,3})?`;

/** "50 % av flödet har hittills riktats mot vårdsamordnaren": a part of something, and what has become of it. */
const partThatHas = new RegExp(
  String.raw`${qualifier}${amount}\s{1,3}av\s{1,3}(?<whole>\p{L}[\p{L}\s-]{2,60}?)\s{1,3}(?<verb>har|hade|fick|var|deltog)\s{1,3}(?<rest>\p{L}[^.;:()]{2,90})`,
  'giu',
);
/** "uppfyller vårdgarantin till nästan 100 %", "andelen ligger på 87,5 %": how much of something is reached. */
const shareReached = new RegExp(
  String.raw`(?:(?<verb>uppfyller|uppfyllde|uppnår|uppnådde|når|nådde)\s{1,3}(?<object>\p{L}[\p{L}\s-]{2,50}?)\s{1,3}till|(?<subject>(?:andelen|täckningsgraden|måluppfyllelsen|svarsfrekvensen|deltagandet|tillgängligheten|\p{L}+(?:graden|frekvensen|andelen))(?:\s{1,3}\p{L}[\p{L}-]*){0,6}?)\s{1,3}(?:var|är|blev|låg|ligger|uppgick|uppgår|uppnådde|nådde)(?:\s{1,3}(?:på|till|upp till))?)\s{1,3}${qualifier}${amount}`,
  'giu',
);

/** The figures of running text that is no form: only those whose words say that something was measured. */
export function figuresInReport(text: string): readonly Figure[] {
  const counts = figuresIn(text).filter(
    ({ rule, qualifier, name, start }) =>
      !noCount.test(name) &&
      (stating.includes(rule) || (rule === 'number-of-cases' && counting.includes(qualifier ?? ''))) &&
      !noMeasure.test(sentenceAt(text, start)),
  );
  const told = counts.map((figure) => ({ ...figure, confidence: Math.min(figure.confidence, 0.82) }));
  return [...told, ...sharesIn(text)].sort((a, b) => a.start - b.start);
}

function sharesIn(text: string): readonly Figure[] {
  const parts = [...text.matchAll(partThatHas)].map((match) => {
    const { whole, verb, rest } = match.groups!;
    return shareOf(match, `Andel av ${whole} som ${verb!.toLocaleLowerCase('sv')} ${rest}`, 'part-that-has', 0.84);
  });
  const reached = [...text.matchAll(shareReached)].map((match) => {
    const { object, subject } = match.groups!;
    return shareOf(match, subject ?? `Uppfyllelse av ${object}`, 'share-reached', 0.82);
  });
  return [...parts, ...reached].filter(({ start, value }) => value > 0 && !noMeasure.test(sentenceAt(text, start)));
}

function shareOf(match: RegExpExecArray, name: string, rule: string, confidence: number): Figure {
  const { value, qualifier } = match.groups!;
  return {
    name: name.replace(/\s+/gu, ' ').trim(),
    value: Number(value!.replace(',', '.')),
    unit: '%',
    ...(qualifier && { qualifier: qualifier.toLocaleLowerCase('sv') }),
    start: match.index,
    end: match.index + match[0].length,
    confidence,
    rule,
  };
}
