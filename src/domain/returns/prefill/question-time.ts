import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Question } from '../../forms/index.ts';
import type { SeriesPoint } from './source-passages.ts';

/** The days that a question is about, both ends included. */
export type TimeWindow = { readonly from: CivilDate; readonly to: CivilDate };

/** The time of a question; one that does not say is about the year of the return. What is asked "per den 31 december" is looked for in that year. */
export function timeOf({ period }: Pick<Question, 'period'>, year: number): TimeWindow {
  if (period?.kind === 'asOf') return { from: `${period.date.slice(0, 4)}-01-01`, to: period.date };
  if (period?.kind === 'since') return { from: `${period.year}-01-01`, to: `${Math.max(year, period.year)}-12-31` };
  const own = period?.year ?? year;
  return { from: `${own}-01-01`, to: `${own}-12-31` };
}

/** Whether something that runs from a day to a day, as far as they are known, runs at any time of the window. */
export function runsIn(window: TimeWindow, from: CivilDate | null, to: CivilDate | null): boolean {
  return (from === null || from <= window.to) && (to === null || to >= window.from);
}

/** Whether a day, month or year lies in the window. */
export function liesIn(window: TimeWindow, time: string | null): boolean {
  return time !== null && time <= window.to && time >= window.from.slice(0, time.length);
}

/** A series as a question sees it: the value at its time and the last one of an earlier year, or before it when there is none. */
export type SeenSeries = { readonly now: SeriesPoint; readonly before: SeriesPoint | null };

/**
 * The value that a question asks for: at its day, or the last of its year. A value known only to its month or year counts for a day at the end
 * of it. Nothing is answered from a value of another time.
 */
export function seriesAt(
  values: readonly SeriesPoint[],
  { period }: Pick<Question, 'period'>,
  year: number,
): SeenSeries | null {
  const window = timeOf({ period }, year);
  const dated = values.flatMap((one) => (one.asOf === null ? [] : [{ ...one, asOf: one.asOf }]));
  const inOrder = dated.toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
  const now = inOrder.findLast(({ asOf }) =>
    period?.kind === 'asOf' ? period.date.startsWith(asOf) : liesIn(window, asOf),
  );
  if (!now) return null;
  const earlier = inOrder.filter(({ asOf }) => asOf < now.asOf);
  const before = earlier.findLast(({ asOf }) => asOf.slice(0, 4) < now.asOf.slice(0, 4)) ?? earlier.at(-1) ?? null;
  return { now, before };
}
