import { compareAsOf, lastDayOf, yearsFrom } from './as-of.ts';
import type { Series, SeriesPoint } from './series.ts';

/** A change that a text claims (IND-03): "47 254, +138 % från 2023". */
export type ChangeClaim = {
  readonly value: number;
  readonly changePercent: number;
};

/**
 * What the claim comes to. `agrees` and `differs` are computed from the value before; where that is not known, the change stays *claimed*, and the value
 * before is only derived from it.
 */
export type ClaimFinding =
  | { readonly kind: 'agrees' | 'differs'; readonly computed: number; readonly by: number; readonly before: number }
  | {
      readonly kind: 'claimed';
      readonly why: 'noValueBefore' | 'changeAlone' | 'beforeIsNothing';
      readonly derived?: DerivedBase;
    };

/** The value before as it must have been, and the least and most that rounding of the percentage leaves room for. */
export type DerivedBase = { readonly value: number; readonly lowest: number; readonly highest: number };

/** Half of the last digit that was printed: "+138 %" is anything from 137,5 to 138,5. */
export function roundingOf(printed: number): number {
  const decimals = /\.(?<digits>\d+)$/u.exec(String(Math.abs(printed)))?.groups?.digits?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}

/** Recomputes a claimed change where the value before is known. */
export function checkClaim({ value, changePercent }: ChangeClaim, before: number | undefined): ClaimFinding {
  if (before === undefined) {
    const derived = derivedBase({ value, changePercent });
    return { kind: 'claimed', why: 'noValueBefore', ...(derived && { derived }) };
  }
  if (before === 0) return { kind: 'claimed', why: 'beforeIsNothing' };
  const computed = ((value - before) / Math.abs(before)) * 100;
  const by = computed - changePercent;
  // A hair of room for the arithmetic of floating numbers: what lies exactly on the half is rounded either way.
  const agrees = Math.abs(by) <= roundingOf(changePercent) * (1 + 1e-9) + Math.abs(computed) * 1e-12;
  return { kind: agrees ? 'agrees' : 'differs', computed, by, before };
}

/** The value before, from the change alone: 47 254 after +138 % was about 19 855. Undefined when it would have been nothing or less. */
export function derivedBase({ value, changePercent }: ChangeClaim): DerivedBase | undefined {
  if (changePercent <= -100) return undefined;
  const half = roundingOf(changePercent);
  const at = (percent: number) => value / (1 + percent / 100);
  const ends = [at(changePercent + half), at(Math.max(changePercent - half, -99.999))];
  return {
    value: Math.round(at(changePercent)),
    lowest: Math.round(Math.min(...ends)),
    highest: Math.round(Math.max(...ends)),
  };
}

/** A claimed change of a series, with the point that says it and what it comes to. */
export type CheckedClaim = {
  readonly point: SeriesPoint;
  readonly changePercent: number;
  readonly finding: ClaimFinding;
  /** The point that the change is counted from, where there is one. */
  readonly before: SeriesPoint | undefined;
};

/** Every change that a text claims of a series, recomputed where the value before is known. */
export function checkClaims({ indicator, points }: Pick<Series, 'indicator' | 'points'>): readonly CheckedClaim[] {
  return points.flatMap((point) => {
    const { value, changePercent } = point;
    if (value === null || changePercent === null) return [];
    // "En minskning med 38 procent": the change is all that is told, and there is nothing to count it from.
    if (indicator.unit.trim() === '%' && Math.abs(value) === Math.abs(changePercent))
      return [{ point, changePercent, before: undefined, finding: { kind: 'claimed', why: 'changeAlone' } as const }];
    const before = pointBefore(points, point);
    return [
      { point, changePercent, before, finding: checkClaim({ value, changePercent }, before?.value ?? undefined) },
    ];
  });
}

/** The point that a change is counted from: of the year that the text names, of the year before, or none when the text names neither. */
function pointBefore(points: readonly SeriesPoint[], point: SeriesPoint): SeriesPoint | undefined {
  const { asOf, changedFrom } = point;
  if (asOf === null || changedFrom === null) return undefined;
  const year = /^(?:19|20)\d{2}/u.exec(changedFrom)?.[0];
  const wanted =
    year === undefined ? yearsFrom(asOf, -1) : changedFrom.length > 4 ? changedFrom : `${year}${asOf.slice(4)}`;
  const candidates = points.filter(
    (one) =>
      one.id !== point.id &&
      one.value !== null &&
      !one.forecast &&
      one.place === point.place &&
      one.sex === point.sex &&
      one.ageGroup === point.ageGroup &&
      (one.asOf === wanted || (one.asOf !== null && lastDayOf(one.asOf) === lastDayOf(wanted))),
  );
  // What was measured goes before what another text told.
  return candidates.toSorted((a, b) => Number(a.claimed) - Number(b.claimed))[0];
}

/** The change of each point since the same time a year before, in percent or in points, where both are known and may be compared. */
export function yearOnYear(
  { points, breaks }: Pick<Series, 'points' | 'breaks'>,
  inPoints = false,
): ReadonlyMap<string, number> {
  const known = new Map<string, SeriesPoint>();
  const key = (point: SeriesPoint, asOf: string) =>
    JSON.stringify([point.place, point.sex, point.ageGroup, point.forecast, asOf]);
  for (const point of points) {
    if (point.asOf === null || point.value === null) continue;
    const before = known.get(key(point, point.asOf));
    if (!before || before.claimed) known.set(key(point, point.asOf), point);
  }
  return new Map(
    [...known.values()].flatMap((point): [string, number][] => {
      const asOf = point.asOf!;
      const before = known.get(key(point, yearsFrom(asOf, -1)));
      if (!before || (before.value === 0 && !inPoints) || point.comparable === false) return [];
      const broken = breaks.some((one) => compareAsOf(before.asOf, one.asOf) < 0 && compareAsOf(one.asOf, asOf) <= 0);
      if (broken) return [];
      const difference = point.value! - before.value!;
      return [[point.id, inPoints ? difference : (difference / Math.abs(before.value!)) * 100]];
    }),
  );
}

/** How many there are in all, when a count and its share of them are known (IND-16): 140 441 at 46 % is about 305 300. */
export function wholeOf(count: number, sharePercent: number): DerivedBase | undefined {
  if (!(sharePercent > 0) || count < 0) return undefined;
  const half = roundingOf(sharePercent);
  const at = (percent: number) => Math.round(count / (percent / 100));
  return {
    value: at(sharePercent),
    lowest: at(sharePercent + half),
    highest: at(Math.max(sharePercent - half, half / 1000)),
  };
}

/** A number rounded to so many leading digits, as an "about" is written. */
export function toDigits(value: number, digits = 4): number {
  return value === 0 ? 0 : Number(value.toPrecision(digits));
}
