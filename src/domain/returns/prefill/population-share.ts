import { type Answers, printedCode, type Question } from '../../forms/index.ts';
import { swedishNumber } from '../../reports/index.ts';
import type { AnswerWarning } from '../answer-warning.ts';

/** How many people there were, of all ages (`group` null) or of some, at the end of a year. */
export type Population = {
  readonly label: string;
  readonly group: string | null;
  readonly year: number;
  readonly count: number;
};

/** A share and a count of the same thing. */
export type ShareAndCount = { readonly share: Question; readonly count: Question };

const groupForm = /(?<from>\d{1,3})\s?(?:(?<open>\+|år och äldre)|[-–]\s?(?<to>\d{1,3}))/iu;

/** The age group that a text names, in one form: "80+" for "80 år och äldre"; null when it is about everybody. */
export function ageGroupIn(text: string): string | null {
  const { from, to, open } = groupForm.exec(text)?.groups ?? {};
  return from === undefined ? null : open ? `${from}+` : `${from}–${to}`;
}

/**
 * The questions of a section that ask for the share and the number of the same persons: neighbours, one of each kind, of the same day and age group,
 * whose telling words agree (the national return asks so for those with a named physician, questions 35 and 36 of 2024).
 */
export function sharesWithCounts(section: readonly Question[]): readonly ShareAndCount[] {
  const isNumber = ({ answer }: Question) => answer.kind === 'percent' || answer.kind === 'count';
  return section.flatMap((one, index) => {
    const next = section[index + 1];
    if (!next || !isNumber(one) || !isNumber(next) || one.answer.kind === next.answer.kind) return [];
    const [share, count] = one.answer.kind === 'percent' ? [one, next] : [next, one];
    const time = ({ period }: Question) => JSON.stringify(period);
    if (time(share) !== time(count) || ageGroupIn(share.text) !== ageGroupIn(count.text)) return [];
    const words = tellingWords(share.text);
    const common = tellingWords(count.text).filter((word) => words.includes(word));
    return common.length >= 2 ? [{ share, count }] : [];
  });
}

/** How many there are in all when so many are so large a share: between these, since a share is printed rounded. */
export function impliedWhole(count: number, percent: number): { base: number; least: number; most: number } | null {
  if (percent <= 0 || count < 0) return null;
  const half = 0.5 * 10 ** -(String(percent).split('.')[1]?.length ?? 0);
  const whole = (share: number) => (count / share) * 100;
  return {
    base: Math.round(whole(percent)),
    least: whole(percent + half),
    most: percent - half <= 0 ? Number.POSITIVE_INFINITY : whole(percent - half),
  };
}

/** The people of two years are as many to within this part: the figures of a return may be of another day than the statistics. */
const drift = 0.01;
/** Statistics older than this say nothing about the year. */
const mostYears = 2;

/**
 * The remark on a share and a count that do not go together with how many people there are: 140 441 persons and 46 % are 305 307 persons, and the
 * county has to have about so many. Nothing is said where the register has no population of the group near the year.
 */
export function shareWarnings(
  { share, count }: ShareAndCount,
  answers: Answers,
  populations: readonly Population[],
  year: number,
): readonly AnswerWarning[] {
  const [percent, counted] = [numberIn(answers, share), numberIn(answers, count)];
  const whole = percent === null || counted === null ? null : impliedWhole(counted, percent);
  const group = ageGroupIn(count.text);
  const [near] = populations
    .filter((one) => one.group === group && Math.abs(one.year - year) <= mostYears)
    .toSorted((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year) || b.year - a.year);
  if (!whole || !near) return [];
  if (near.count >= whole.least * (1 - drift) && near.count <= whole.most * (1 + drift)) return [];
  const values = {
    count: swedishNumber(counted!),
    percent: swedishNumber(percent!),
    base: swedishNumber(whole.base),
    percentQuestion: printedCode(share.code),
    countQuestion: printedCode(count.code),
    label: near.label,
    population: swedishNumber(near.count),
    year: String(near.year),
  };
  return [{ kind: 'shareOfPopulation', question: count.code, values }];
}

function numberIn(answers: Answers, { code }: Question): number | null {
  const value = answers[code]?.value;
  return value?.kind === 'number' ? value.number : null;
}

const empty = new Set([
  'antal',
  'antalet',
  'andel',
  'andelen',
  'procent',
  'personer',
  'ange',
  'inom',
  'under',
  'december',
]);
function tellingWords(text: string): readonly string[] {
  const words = [...text.toLocaleLowerCase('sv').matchAll(/\p{L}{4,}/gu)].map(([word]) => word);
  return [...new Set(words.filter((word) => !empty.has(word)).map((word) => word.slice(0, 8)))];
}
