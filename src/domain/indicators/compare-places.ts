import type { Direction, Series, SeriesPoint } from './series.ts';

/** A place among others: its value, its share of their sum, and its rank, which is told in words and never by colour. */
export type PlaceInComparison = {
  readonly place: string;
  readonly point: SeriesPoint;
  readonly value: number | null;
  /** In percent of the sum; only of what can be added up. */
  readonly share: number | null;
  readonly rank: number | null;
};

/** Units whose values can be added up: shares and means cannot. */
const counted = /^(?:antal|st|personer|kr|kronor|tkr|mkr|årsarbetare|dagar|besök)$/iu;

/**
 * The places of an indicator at one time, in the order of the alphabet. The rank counts from the better end where the indicator has one, otherwise from the
 * highest value; equal values have equal rank.
 */
export function comparePlaces(
  points: readonly SeriesPoint[],
  { unit, direction }: { readonly unit: string; readonly direction: Direction },
): readonly PlaceInComparison[] {
  const latest = [...new Map(points.filter(({ place }) => place !== '').map((point) => [point.place, point])).values()];
  const values = latest.flatMap(({ value }) => (value === null ? [] : [value]));
  const sum = values.reduce((all, one) => all + one, 0);
  const better = (a: number, b: number) => (direction === 'lower' ? a < b : a > b);
  return latest
    .map((point) => ({
      place: point.place,
      point,
      value: point.value,
      share: counted.test(unit.trim()) && sum > 0 && point.value !== null ? (point.value / sum) * 100 : null,
      rank: point.value === null ? null : 1 + values.filter((one) => better(one, point.value!)).length,
    }))
    .toSorted((a, b) => a.place.localeCompare(b.place, 'sv'));
}

/** Aims of one indicator that are counted per different things: 1 100 "invånare" beside 1 100 "listade" (E-32). */
export function denominatorConflict({ targets, indicator }: Pick<Series, 'targets' | 'indicator'>): readonly string[] {
  const said = [...targets.map(({ denominator }) => denominator), indicator.definition?.denominator ?? null];
  const different = new Map(said.flatMap((one) => (one?.trim() ? [[plain(one), one.trim()] as const] : [])));
  return different.size > 1 ? [...different.values()] : [];
}

const plain = (words: string) =>
  words
    .trim()
    .toLocaleLowerCase('sv')
    .replace(/\s+/gu, ' ')
    .replace(/^per\s+/u, '');
