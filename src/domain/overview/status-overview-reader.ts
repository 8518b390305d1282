import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { latestAssessments, type StatusOrNone } from '../assessments/index.ts';
import { type AssignmentFilter, fittingAssignments, type PartyRole } from '../assignments/index.ts';
import { placesAlong } from './axis-places.ts';
import { type OverviewAxis, type StatusOverview, type StatusRow, statusRow } from './overview.ts';

/** What of the register is counted: the filter of the list of assignments, the role in which bodies are counted, and as of which period. */
export type OverviewScope = AssignmentFilter & {
  /** The role in which the axis of bodies counts them; performers unless told. */
  readonly axisRole?: PartyRole;
  /** The status as of one period instead of the latest. */
  readonly periodId?: Id<'period'>;
};

/**
 * How the assignments of a scope stand, along one axis: counted by the database in two queries, whatever their number. The scope is the very filter
 * of the list, so that each figure counts what its link lists.
 */
export async function statusOverview(r: Reader, axis: OverviewAxis, scope: OverviewScope): Promise<StatusOverview> {
  const all = statusRow(
    null,
    countsOf(
      await scoped(r, scope)
        .select((eb) => ['latest.status', eb.fn.countAll<string>().as('count')])
        .groupBy('latest.status')
        .execute(),
    ),
  );
  return { axis, rows: await rowsAlong(r, axis, scope), all };
}

async function rowsAlong(r: Reader, axis: OverviewAxis, scope: OverviewScope): Promise<readonly StatusRow[]> {
  if (axis === 'year') return await rowsByYear(r, scope);
  const keys = placesAlong(r, axis, scope);
  const found = await scoped(r, scope)
    .leftJoin(keys, (join) => join.onRef('key.assignment_id', '=', 'assignment.id'))
    .select((eb) => [
      'key.key',
      'key.name',
      'latest.status',
      eb.fn.count<string>('assignment.id').distinct().as('count'),
      eb.fn.min('key.first').as('first'),
      eb.fn.min('key.second').as('second'),
    ])
    .groupBy(['key.key', 'key.name', 'latest.status'])
    .execute();
  const groups = [...Map.groupBy(found, ({ key }) => key)].map(([key, own]) => {
    const { name, first, second } = own[0]!;
    const row = statusRow(key !== null && name !== null ? { id: key, name } : null, countsOf(own));
    return { row, name, first: first ?? 0, second: second ?? 0 };
  });
  return groups
    .toSorted(
      (a, b) =>
        Number(a.row.key === null) - Number(b.row.key === null) ||
        a.first - b.first ||
        a.second - b.second ||
        (a.name ?? '').localeCompare(b.name ?? '', 'sv'),
    )
    .map(({ row }) => row);
}

async function rowsByYear(r: Reader, scope: OverviewScope): Promise<readonly StatusRow[]> {
  const found = await scoped(r, scope)
    .select((eb) => ['assignment.year', 'latest.status', eb.fn.countAll<string>().as('count')])
    .groupBy(['assignment.year', 'latest.status'])
    .orderBy('assignment.year')
    .execute();
  return [...Map.groupBy(found, ({ year }) => year)].map(([year, own]) =>
    statusRow({ id: String(year), name: String(year) }, countsOf(own)),
  );
}

/** The assignments of the scope, each with its latest word. */
function scoped(r: Reader, { axisRole, periodId, ...filter }: OverviewScope) {
  return fittingAssignments(r, filter).leftJoin(
    latestAssessments(r, {
      ...(periodId !== undefined && { periodId }),
      ...(filter.year !== undefined && { years: [filter.year] }),
    })
      .select(['assessment.assignment_id', 'assessment.status'])
      .as('latest'),
    (join) => join.onRef('latest.assignment_id', '=', 'assignment.id'),
  );
}

/** Rows of the database as figures by status. */
export function countsOf(
  rows: readonly { readonly status: string | null; readonly count: string }[],
): StatusRow['counts'] {
  return Object.fromEntries(rows.map(({ status, count }) => [(status ?? 'none') as StatusOrNone, Number(count)]));
}
