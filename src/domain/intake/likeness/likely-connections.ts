import type { ConnectionKind } from '../../connections/index.ts';
import { comparisonOf } from './comparable-kinds.ts';
import type { ComparedRecord } from './compared-record.ts';
import { sharesTheme } from './named-themes.ts';
import { type Term, type TermsOfText, tellingTerms, termKinds } from './telling-terms.ts';

/**
 * Which records of different documents are likely to belong to one thread, told by the words they share.
 *
 * Each paragraph becomes its telling terms. A term weighs ln(N/n) - 1.2, where N is the number of records compared (no fewer than a hundred, so that
 * two short papers do not make everything rare) and n how many have it, times what its kind tells by nature. The score of two records is that of their
 * best pair of paragraphs; a word is counted once though it gives several terms, and what a record says of itself counts more than what was told of it.
 */
export type LikelyConnection = {
  readonly from: ComparedRecord;
  readonly to: ComparedRecord;
  readonly kind: ConnectionKind;
  readonly score: number;
  /** Never above 0.9: likeness of words is a question to a person. */
  readonly confidence: number;
  /** The shared terms that weigh most: the reason that a person reads. */
  readonly shared: readonly string[];
};

/** Measured on the four papers of the seed inventory: see the list of judged pairs in test/reading/connections.test.ts. */
export const worthAsking = 3.8;
const fewestRecords = 100;
const everywhere = 1.2;
const ownWeight = 1.4;
/** One term that weighs so much is enough; otherwise two are needed. */
const veryRare = 3.2;
const ownRarity = 0.7;
/** What it adds that a paragraph has every word of matter of the other's heading, and how many such words a heading has at most. */
const wholeWeight = 2;
const longestHeading = 5;
/** So many connections for one record and one document with the same leading term, and so many in all. */
const mostAlike = 3;
const mostInAll = 8;

type Prepared = { readonly record: ComparedRecord; readonly paragraphs: readonly Paragraph[] };
type Paragraph = TermsOfText & { readonly own: boolean };

/** The connections that are worth a person's time, best first. At least one end of each is among `mine`. */
export function likelyConnections(
  mine: readonly ComparedRecord[],
  others: readonly ComparedRecord[],
): readonly LikelyConnection[] {
  const all = [...mine, ...others].map(prepare);
  const weigh = weighing(all);
  const found: LikelyConnection[] = [];
  all.slice(0, mine.length).forEach((one, index) => {
    for (const other of all.slice(index + 1)) {
      const compared = comparisonOf(one.record, other.record);
      if (!compared) continue;
      const { from, to, row } = compared;
      const { score, shared } = row.byName ? { score: 0, shared: [] } : bestPair(one, other, weigh);
      const theme = sharesTheme(from, to);
      if (score >= worthAsking + (row.harder ?? 0))
        found.push({ from, to, kind: row.kind, score, confidence: sure(score), shared: shared.slice(0, 4) });
      else if (theme)
        found.push({ from, to, kind: row.kind, score: worthAsking, confidence: sure(worthAsking), shared: theme });
    }
  });
  return fewEach(found.sort((a, b) => b.score - a.score || ownLength(a.to) - ownLength(b.to)));
}

function prepare(record: ComparedRecord): Prepared {
  return { record, paragraphs: record.paragraphs.map(({ text, own }) => ({ ...tellingTerms(text), own })) };
}

function weighing(all: readonly Prepared[]): (key: string, term: Term) => number {
  const counts = new Map<string, number>();
  for (const { paragraphs } of all)
    for (const key of new Set(paragraphs.flatMap(({ terms }) => [...terms.keys()])))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const total = Math.max(all.length, fewestRecords);
  return (key, { kind }) => Math.max(0, Math.log(total / (counts.get(key) ?? 1)) - everywhere) * termKinds[kind];
}

function bestPair(a: Prepared, b: Prepared, weigh: (key: string, term: Term) => number) {
  let best: { readonly score: number; readonly shared: readonly string[] } = { score: 0, shared: [] };
  for (const first of a.paragraphs)
    for (const second of b.paragraphs) {
      const pair = comparePair(first, second, weigh);
      if (pair.score > best.score) best = pair;
    }
  return best;
}

function comparePair(a: Paragraph, b: Paragraph, weigh: (key: string, term: Term) => number) {
  const shared: { readonly term: Term; readonly weight: number }[] = [];
  for (const [key, term] of a.terms) {
    const other = b.terms.get(key);
    const weight = other ? weigh(key, term) : 0;
    if (other && weight > 0) shared.push({ term: other, weight });
  }
  shared.sort((x, y) => y.weight - x.weight);
  // The same word gives a term as a word, as a beginning and in two phrases: it is counted once, at its highest.
  const seen = new Set<string>();
  const distinct = shared.filter(({ term }) => {
    const words = term.shown.toLocaleLowerCase('sv').split(' ');
    const fresh = words.some((word) => !seen.has(word));
    for (const word of words) seen.add(word);
    return fresh;
  });
  const sum = distinct.reduce((total, { weight }) => total + weight, 0);
  const [first, second] = distinct;
  const enough = second !== undefined || (first !== undefined && isEnoughAlone(first, a.own && b.own));
  const own = (a.own ? ownWeight : 1) * (b.own ? ownWeight : 1);
  const whole = [wholeOf(a, b), wholeOf(b, a)].find((words) => words !== undefined);
  const score = (enough || whole ? sum * own : 0) + (whole ? wholeWeight : 0);
  return { score, shared: distinct.length > 0 ? distinct.map(({ term }) => term.shown) : (whole ?? []) };
}

/** The words of a short heading when the other paragraph has them all; undefined otherwise. */
function wholeOf(heading: Paragraph, other: Paragraph): readonly string[] | undefined {
  const stems = [...heading.matter.keys()];
  if (!heading.own || stems.length < 2 || stems.length > longestHeading) return undefined;
  return stems.every((stem) => other.matter.has(stem)) ? [...heading.matter.values()] : undefined;
}

/** A very rare term is enough where nothing else can be meant by it, or where both records say it of themselves. */
function isEnoughAlone({ term, weight }: { readonly term: Term; readonly weight: number }, own: boolean): boolean {
  const unmistakable = term.kind === 'acronym' || term.kind === 'figure';
  return weight >= veryRare - (own ? ownRarity : 0) && (unmistakable || own);
}

/** How much a record says of itself: of two that name the same theme, the shorter one is more about it. */
function ownLength({ paragraphs }: ComparedRecord): number {
  return paragraphs.reduce((sum, { own, text }) => sum + (own ? text.length : 0), 0);
}

function sure(score: number): number {
  return Math.round(Math.min(0.9, 0.35 + score / 30) * 100) / 100;
}

/** Keeps for each record the best few in each other document, and of those with the same leading term fewer: ten questions of one form about one thing are one. */
function fewEach(sorted: readonly LikelyConnection[]): readonly LikelyConnection[] {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.get(key) ?? 0;
  return sorted.filter(({ from, to, shared }) => {
    const keys = [`${from.id} ${to.group} ${to.kind}`, `${to.id} ${from.group} ${from.kind}`];
    const alike = keys.map((key) => `${key} ${shared[0]?.toLocaleLowerCase('sv')}`);
    if (keys.some((key) => count(key) >= mostInAll) || alike.some((key) => count(key) >= mostAlike)) return false;
    for (const key of [...keys, ...alike]) counts.set(key, count(key) + 1);
    return true;
  });
}
