import { type CivilDate, yearOf } from '../../kernel/civil-date.ts';
import type { Reader } from '../../storage/database.ts';

/** The years that have assignments, the latest first: the index is asked for the next lower year, again and again, in one query. */
export async function listAssignmentYears(r: Reader): Promise<readonly number[]> {
  const rows = await r.db
    .withRecursive('known(year)', (db) =>
      db
        .selectFrom('assignment')
        .select((eb) => eb.fn.max<number | null>('assignment.year').as('year'))
        .where('assignment.tenant_id', '=', r.tenantId)
        .unionAll(
          db
            .selectFrom('known')
            .select((eb) =>
              eb
                .selectFrom('assignment')
                .select((inner) => inner.fn.max<number | null>('assignment.year').as('year'))
                .where('assignment.tenant_id', '=', r.tenantId)
                .whereRef('assignment.year', '<', 'known.year')
                .as('year'),
            )
            .where('known.year', 'is not', null),
        ),
    )
    .selectFrom('known')
    .select('year')
    .where('year', 'is not', null)
    .orderBy('year', 'desc')
    .execute();
  return rows.flatMap(({ year }) => year ?? []);
}

/**
 * The year that a list opens on when nobody has chosen one: the year that is, also when assignments of the next plan are already proposed; where it
 * has no assignments, the latest year that has.
 */
export function yearToOpen(years: readonly number[], today: CivilDate): number | undefined {
  return years.includes(yearOf(today)) ? yearOf(today) : years[0];
}

/** The perspectives there are to filter by: those of plan objectives and those of goals, by name. */
export async function listPerspectiveNames(r: Reader): Promise<readonly string[]> {
  const ofPlans = await r.db
    .selectFrom('plan_objective')
    .select('perspective')
    .distinct()
    .where('tenant_id', '=', r.tenantId)
    .execute();
  const ofGoals = await r.db
    .selectFrom('perspective')
    .select('name')
    .distinct()
    .where('tenant_id', '=', r.tenantId)
    .execute();
  const names = new Set([...ofPlans.map((row) => row.perspective), ...ofGoals.map((row) => row.name)]);
  return [...names].sort((a, b) => a.localeCompare(b, 'sv'));
}
