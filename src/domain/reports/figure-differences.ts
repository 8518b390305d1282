import { type Figure, figuresIn } from '../indicators/index.ts';
import type { FigureDifference } from './claim-finding.ts';

/** A series as far as a figure is compared with it. */
export type KnownSeries = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly values: readonly { readonly id: string; readonly value: number; readonly asOf: string | null }[];
};

/** Words that make a number less exact, with how far it may then lie from the value: upwards and downwards, as parts of it. */
const reaches: Readonly<Record<string, readonly [number, number]>> = {
  över: [0.1, 0],
  drygt: [0.1, 0],
  'mer än': [0.1, 0],
  nästan: [0, 0.1],
  knappt: [0, 0.1],
  uppemot: [0, 0.1],
  cirka: [0.1, 0.1],
  ca: [0.1, 0.1],
  omkring: [0.1, 0.1],
  ungefär: [0.1, 0.1],
};

/**
 * The figures of a sentence that differ from the series of the same name: the value at the time that the sentence tells, otherwise the latest of
 * the report's year or before it; and the change in percent, computed again from the two values. A figure of which no series tells the time is
 * compared with nothing.
 */
export function figureDifferences(
  text: string,
  series: readonly KnownSeries[],
  year: number,
): readonly FigureDifference[] {
  if (series.length === 0) return [];
  return figuresIn(text).flatMap((figure) => {
    const one = seriesOf(figure, series);
    return one ? differencesFrom(figure, one, year) : [];
  });
}

/** The series that a figure is of: the same unit and the same telling words; undefined when two could be meant. */
export function seriesOf(
  figure: Pick<Figure, 'name' | 'unit'>,
  series: readonly KnownSeries[],
): KnownSeries | undefined {
  const said = tellingWords(figure.name);
  const fitting = series.filter((one) => {
    if (!sameUnit(one.unit, figure.unit)) return false;
    const words = tellingWords(one.name);
    const within = (a: readonly string[], b: readonly string[]): boolean =>
      a.every((word) => b.some((other) => sameStem(word, other)));
    // "digitala besök" is another series than "besök": neither name may say more than the other.
    return words.length > 0 && within(words, said) && within(said, words);
  });
  const exact = fitting.filter((one) => one.name.toLocaleLowerCase('sv') === figure.name.toLocaleLowerCase('sv'));
  return exact.length === 1 ? exact[0] : fitting.length === 1 ? fitting[0] : undefined;
}

function differencesFrom(figure: Figure, series: KnownSeries, year: number): readonly FigureDifference[] {
  const dated = series.values
    .filter((one) => one.asOf !== null)
    .sort((a, b) => (a.asOf ?? '').localeCompare(b.asOf ?? ''));
  const now = figure.asOf
    ? dated.findLast((one) => one.asOf!.startsWith(figure.asOf!) || figure.asOf!.startsWith(one.asOf!))
    : dated.findLast((one) => Number(one.asOf!.slice(0, 4)) <= year);
  if (!now) return [];
  const common = { indicatorId: series.id, indicatorName: series.name, unit: series.unit, asOf: now.asOf };
  const difference = rounded(figure.value - now.value);
  const value: readonly FigureDifference[] = isWithin(figure.value, now.value, figure.qualifier)
    ? []
    : [{ ...common, of: 'value', stated: figure.value, inSeries: now.value, difference }];
  const before = dated[dated.indexOf(now) - 1];
  if (!figure.change || !before || before.value === 0) return value;
  const change = (now.value / before.value - 1) * 100;
  // "138 %" is said of 137,6 % too: as many decimals as are printed are compared.
  if (Math.abs(change - figure.change.percent) < 0.5 * 10 ** -decimals(figure.change.percent) + 1e-9) return value;
  return [
    ...value,
    {
      ...common,
      of: 'change',
      stated: figure.change.percent,
      inSeries: rounded(change),
      difference: rounded(figure.change.percent - change),
    },
  ];
}

function isWithin(stated: number, real: number, qualifier: string | undefined): boolean {
  const [above, below] = reaches[qualifier ?? ''] ?? [0, 0];
  return real >= stated - Math.abs(stated) * below - 1e-9 && real <= stated + Math.abs(stated) * above + 1e-9;
}

const decimals = (value: number): number => String(value).split('.')[1]?.length ?? 0;
const rounded = (value: number): number => Math.round(value * 100) / 100;
const sameUnit = (a: string, b: string): boolean => unitKey(a) === unitKey(b);
const unitKey = (unit: string): string =>
  /^(?:%|procent|share)$/iu.test(unit.trim())
    ? '%'
    : /^(?:st|antal|count|)$/iu.test(unit.trim())
      ? 'st'
      : unit.trim().toLowerCase();

const empty = new Set(['antal', 'antalet', 'andel', 'andelen', 'och', 'som', 'med', 'för', 'till', 'har', 'från']);
function tellingWords(name: string): readonly string[] {
  return [...name.toLocaleLowerCase('sv').matchAll(/[\p{L}\p{N}]{3,}/gu)]
    .map(([word]) => word)
    .filter((word) => !empty.has(word));
}

function sameStem(a: string, b: string): boolean {
  const shortest = Math.min(a.length, b.length);
  return a === b || (shortest >= 4 && a.slice(0, Math.max(4, shortest - 2)) === b.slice(0, Math.max(4, shortest - 2)));
}
