import type { Localized } from '../../kernel/language.ts';
import type { StatusOrNone } from '../assessments/index.ts';

/** By what the assignments are counted. Each axis is also a filter of the list of assignments, so that every figure leads to its records. */
export const overviewAxes = {
  body: { sv: 'Organ', en: 'Body' },
  goal: { sv: 'Mål', en: 'Goal' },
  perspective: { sv: 'Perspektiv', en: 'Perspective' },
  year: { sv: 'År', en: 'Year' },
} as const satisfies Record<string, Localized>;
export type OverviewAxis = keyof typeof overviewAxes;
export const overviewAxisNames = Object.keys(overviewAxes) as readonly OverviewAxis[];

/** How many assignments have each status; a status that none has is not there. */
export type StatusCounts = Readonly<Partial<Record<StatusOrNone, number>>>;

/**
 * One row of an overview: the body, goal, perspective or year that is counted, or null for the assignments that have none, with how many have each
 * status. An assignment that two bodies perform stands in the row of both; the total of the overview counts it once.
 */
export type StatusRow = {
  readonly key: { readonly id: string; readonly name: string } | null;
  readonly counts: StatusCounts;
  readonly total: number;
};

/** A table of figures with the row that counts every assignment once. */
export type StatusOverview = {
  readonly axis: OverviewAxis;
  readonly rows: readonly StatusRow[];
  readonly all: StatusRow;
};

/** How many a row counts in all. */
export function totalOf(counts: StatusCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** A row of figures. */
export function statusRow(key: StatusRow['key'], counts: StatusCounts): StatusRow {
  return { key, counts, total: totalOf(counts) };
}
