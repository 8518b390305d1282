import { tolerant } from '../../documents/tree/damage-tolerant.ts';
import { months } from '../../kernel/swedish-date-words.ts';

const either = (words: readonly string[]) => `(?:${words.map(tolerant).join('|')})`;

/** What ends the words that tell cases apart: a verb, a conjunction, or a time, since that tells when and not what. */
const clauseEnd = new RegExp(
  `^(?:${either(['och', 'samt', 'eller', 'men', 'som', 'där', 'vilket', 'när', 'har', 'hade', 'är', 'var', 'blev', 'får', 'fick', 'fått', 'finns', 'fanns', 'kommer', 'kan', 'ska', 'under', 'sedan', 'efter', 'per', 'varav', 'deltog', 'hittills', 'totalt', 'snitt', 'genomsnitt', ...months])}|\\p{L}{2,}(?:ades?|ats|erar|eras|erat|its))$`,
  'iu',
);
const prepositions = new RegExp(`^${either(['i', 'på', 'med', 'av', 'för', 'inom', 'hos', 'vid', 'från'])}$`, 'iu');
/** Phrases that begin with a preposition and tell how or when. */
const manner = new RegExp(
  `^\\s{1,3}(?:${either(['med stöd av', 'med hjälp av', 'i snitt', 'i genomsnitt', 'i form av', 'i taget', 'på grund av', 'för att', 'av dessa', 'i år', 'på plats'])}|i\\s(?:${either(months)}))(?!\\p{L})`,
  'iu',
);
const ages = new RegExp(
  `^\\s{1,3}mellan\\s{1,3}\\d{1,3}\\s{1,3}och\\s{1,3}\\d{1,3}\\s{1,3}${tolerant('år')}(?!\\p{L})`,
  'iu',
);
const mostWords = 8;

/**
 * What is measured, out of the noun that is counted and the sentence around it: "patienter i projektet", "elever som har fått stöd". A bare
 * "patienter" tells nobody what the figure is about.
 */
export function measuredName(noun: string, before: string, after: string): string {
  const clause = ages.exec(after)?.[0] ?? whatTheyHaveDone(before, after) ?? phraseAfter(after);
  if (clause) return `${noun} ${clause}`.replace(/\s+/gu, ' ').trim();
  const doer = /\s/u.test(noun) ? undefined : doerBefore(before);
  return doer ? `${noun} som ${doer}` : noun;
}

/** "… i projektet": a phrase that begins with a preposition, to the next verb, conjunction or stop. */
function phraseAfter(after: string): string | undefined {
  if (manner.test(after)) return undefined;
  const words = wordsOf(after);
  if (!words[0] || !prepositions.test(words[0]) || words.length > mostWords) return undefined;
  while (words.length > 0 && prepositions.test(words.at(-1)!)) words.pop();
  return words.length > 1 ? words.join(' ') : undefined;
}

/** "Under året har 112 elever fått stöd i hemmet": what those who were counted have done or got. */
function whatTheyHaveDone(before: string, after: string): string | undefined {
  const has = /(?<!\p{L})(?<has>har|hade)\s{1,3}(?:\p{L}+\.?\s{1,3})?$/iu.exec(before)?.groups?.has;
  const first = /^\s{1,3}(?<supine>\p{Ll}+t)(?=\s)/u.exec(after);
  if (!has || !first || !supine.test(first.groups!.supine!)) return undefined;
  const words = wordsOf(after.slice(first[0].length));
  while (words.length > 0 && prepositions.test(words.at(-1)!)) words.pop();
  return words.length > 0 && words.length <= mostWords
    ? `som ${has.toLocaleLowerCase('sv')} ${first.groups!.supine} ${words.join(' ')}`
    : undefined;
}
const supine = new RegExp(`^(?:\\p{L}{2,}(?:at|tt|it|rt|st)|${tolerant('fått')})$`, 'iu');

/** "Vårdlotsarna ringer upp över 100 personer" counts persons whom the vårdlotsar call: who does it, and what. */
function doerBefore(before: string): string | undefined {
  const said =
    /(?:^|[.!?]\s{1,3})(?<who>\p{Lu}\p{L}+(?:rna|arna|en|et))\s{1,3}(?<verb>\p{Ll}{3,}(?:er|ar|ade|de|te))(?<particle>\s{1,3}(?:upp|ut|in|till|om))?\s{1,3}(?:\p{L}+\.?\s{1,3})?$/u.exec(
      before.replace(/[\p{N}](?=\p{L}{2})/gu, 'ö'),
    )?.groups;
  return said && `${said.who!.toLocaleLowerCase('sv')} ${said.verb}${said.particle?.replace(/\s+/gu, ' ') ?? ''}`;
}

/** The words up to the first stop, number or word that ends the clause. */
function wordsOf(after: string): string[] {
  const words: string[] = [];
  for (const match of after.matchAll(/\s{1,3}(?<word>[\p{L}&-]+)(?<stop>[^\s\p{L}]?)/guy)) {
    const { word, stop } = match.groups!;
    if (clauseEnd.test(word!)) break;
    words.push(word!);
    if (stop) break;
  }
  return words;
}
