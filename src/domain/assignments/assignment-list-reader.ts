/**
 * The list of assignments with filters, sorting, search and paging, fast at a hundred thousand of them.
 *
 * **Search.** Row-level security keeps PostgreSQL from using a GIN index for `like` and `@@`: those operators are not leak-proof and may not see
 * rows before the policy has. A search index of its own belongs to what an audience may see across all nouns, and comes with the search page. This list
 * needs less: its words are looked for in `search_text` (title, text and heading in lower case, kept by the database itself, compared bytewise)
 * among the assignments that the other filters leave. Without another filter that reads the assignments of one authority once for the page and,
 * when the page is full, once for the count: some 50 ms for both at a hundred thousand, and a region gives about two hundred a year.
 *
 * **Count.** Nobody reads past a thousand rows by paging: the count stops there ("1 000+") instead of visiting every row for a number.
 */

import type { Localized } from '../../kernel/language.ts';
import type { Reader } from '../../storage/database.ts';
import type { Assignment } from './assignment.ts';
import { type AssignmentFilter, fittingAssignments } from './assignment-filter.ts';
import { assignmentColumns, withParties } from './assignment-reader.ts';
import type { AssignmentState } from './assignment-transitions.ts';

/** The orders a list of assignments can have; each has an index that yields it. */
export const assignmentSorts = {
  newest: { sv: 'senaste året först', en: 'latest year first' },
  oldest: { sv: 'äldsta året först', en: 'oldest year first' },
  title: { sv: 'rubrik', en: 'title' },
  titleReverse: { sv: 'rubrik, sist i alfabetet först', en: 'title, end of the alphabet first' },
  due: { sv: 'förfallodag', en: 'due date' },
} as const satisfies Record<string, Localized>;
export type AssignmentSort = keyof typeof assignmentSorts;

export type AssignmentQuery = AssignmentFilter & {
  readonly sort?: AssignmentSort;
  /** The first page is 1. */
  readonly page?: number;
  readonly pageSize?: number;
};

/** A page of a list. `total` counts at most to the cap; `more` says that there are more than that. */
export type AssignmentPage = {
  readonly rows: readonly Assignment[];
  readonly total: number;
  readonly more: boolean;
  readonly page: number;
  readonly pageSize: number;
};

/** Where counting stops. */
export const countCap = 1_000;
const largestPage = 200;

/** One page of the assignments that fit the filter. */
export async function listAssignments(r: Reader, query: AssignmentQuery = {}): Promise<AssignmentPage> {
  const pageSize = Math.min(Math.max(query.pageSize ?? 25, 1), largestPage);
  const page = Math.max(query.page ?? 1, 1);
  const rows = await pageQuery(r, query, pageSize, page).execute();
  // A page that is not full is the last one: nothing is left to count.
  const last = rows.length < pageSize && (rows.length > 0 || page === 1);
  const total = last ? (page - 1) * pageSize + rows.length : await countAssignments(r, query);
  return {
    rows: await withParties(r, rows),
    total: Math.min(total, countCap),
    more: total > countCap,
    page,
    pageSize,
  };
}

/** All assignments that fit, for pages that show a whole year: page by page, because one statement reads at most so many. */
export async function listAllAssignments(
  r: Reader,
  query: Omit<AssignmentQuery, 'page' | 'pageSize'>,
): Promise<readonly Assignment[]> {
  const all: Assignment[] = [];
  for (let page = 1; ; page += 1) {
    const rows = await withParties(r, await pageQuery(r, query, largestPage, page).execute());
    all.push(...rows);
    if (rows.length < largestPage) return all;
  }
}

/** The query of one page, apart so that a test can ask the database how it means to answer it. */
export function pageQuery(r: Reader, query: AssignmentQuery, pageSize: number, page: number) {
  return sorted(fittingAssignments(r, query), query.sort ?? 'newest')
    .select(assignmentColumns)
    .limit(pageSize)
    .offset((page - 1) * pageSize);
}

/** How many assignments fit the filter, counted to one past the cap. */
export async function countAssignments(r: Reader, filter: AssignmentFilter): Promise<number> {
  const capped = fittingAssignments(r, filter)
    .select('assignment.id')
    .limit(countCap + 1);
  const { count } = await r.db
    .selectFrom(capped.as('found'))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many assignments of a filter are in each state: the small chart of the start page. Not capped, so hand it a year. */
export async function countByState(
  r: Reader,
  filter: AssignmentFilter & { readonly year: number },
): Promise<ReadonlyMap<AssignmentState, number>> {
  const rows = await fittingAssignments(r, filter)
    .select((eb) => ['assignment.state', eb.fn.countAll<string>().as('count')])
    .groupBy('assignment.state')
    .execute();
  return new Map(rows.map((row) => [row.state as AssignmentState, Number(row.count)]));
}

function sorted(query: ReturnType<typeof fittingAssignments>, sort: AssignmentSort) {
  switch (sort) {
    case 'newest':
      return query.orderBy('assignment.year', 'desc').orderBy('assignment.number').orderBy('assignment.position');
    case 'oldest':
      return query.orderBy('assignment.year').orderBy('assignment.number').orderBy('assignment.position');
    case 'title':
      return query.orderBy('assignment.title').orderBy('assignment.id');
    case 'titleReverse':
      return query.orderBy('assignment.title', 'desc').orderBy('assignment.id', 'desc');
    case 'due':
      return query.orderBy('assignment.due_on').orderBy('assignment.id');
  }
}
