import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import {
  type ActivityPlan,
  type PlannedItem,
  type PlanPointKind,
  type ProposalOrigin,
  planCategoryCodes,
} from './activity-plan.ts';
import { type ProposalState, proposalStanding } from './plan-proposal-transitions.ts';
import { plannedDaysOf, plannedItemsOf } from './planned-day-reader.ts';

export type ActivityPlanFilter = {
  readonly id?: Id<'activityPlan'>;
  readonly bodyId?: Id<'body'>;
  readonly year?: number;
};

/** The activity plans that fit a filter, newest year first, with their days in order. The number of queries does not grow with the plans. */
export async function listActivityPlans(r: Reader, filter: ActivityPlanFilter = {}): Promise<readonly ActivityPlan[]> {
  let query = r.db
    .selectFrom('activity_plan as plan')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'plan.body_id').onRef('body.tenant_id', '=', 'plan.tenant_id'),
    )
    .selectAll('plan')
    .select('body.name as body_name')
    .where('plan.tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('plan.id', '=', filter.id);
  if (filter.bodyId !== undefined) query = query.where('plan.body_id', '=', filter.bodyId);
  if (filter.year !== undefined) query = query.where('plan.year', '=', filter.year);
  const rows = await query.orderBy('plan.year', 'desc').orderBy('body.name').execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const days = await plannedDaysOf(r, ids);
  const slots = await r.db
    .selectFrom('planned_activity')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('activity_plan_id', 'in', ids)
    .orderBy('held_on')
    .orderBy('position')
    .execute();
  const items = await plannedItemsOf(r, ids);
  const areas = await r.db
    .selectFrom('focus_area')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('activity_plan_id', 'in', ids)
    .orderBy('position')
    .execute();
  const points = await pointsOf(r, ids, [...items.values()].flat());
  const latest = await latestVersions(r, ids);
  return rows.map((row) => {
    const ownDays = days.get(row.id) ?? [];
    const dayById = new Map(ownDays.map((day) => [day.id as string, day]));
    return {
      id: row.id,
      version: row.version,
      body: { id: row.body_id, name: row.body_name },
      year: row.year,
      title: row.title,
      datedOn: row.dated_on,
      days: ownDays,
      activities: slots
        .filter((one) => one.activity_plan_id === row.id)
        .toSorted((a, b) => a.held_on.localeCompare(b.held_on) || rankOf(a.category) - rankOf(b.category))
        .map((one) => ({
          id: one.id,
          dayId: one.planned_day_id,
          date: one.held_on,
          lastDay: dayById.get(one.planned_day_id)?.lastDay ?? null,
          category: one.category,
          items: items.get(one.id) ?? [],
          place: dayById.get(one.planned_day_id)?.place ?? null,
        })),
      focusAreas: areas
        .filter((one) => one.activity_plan_id === row.id)
        .map((one) => ({ id: one.id, version: one.version, text: one.area, copiedFromYear: one.copied_from_year })),
      points: points.get(row.id) ?? [],
      latestVersion: latest.get(row.id) ?? null,
    };
  });
}

/** Where a category stands in a day, as plans print them; the plan's own words stand last, in the order they were added. */
function rankOf(category: string): number {
  const rank = (planCategoryCodes as readonly string[]).indexOf(category);
  return rank < 0 ? planCategoryCodes.length : rank;
}

/** One activity plan. Throws `record.notFound`. */
export async function getActivityPlan(r: Reader, id: Id<'activityPlan'>): Promise<ActivityPlan> {
  const [found] = await listActivityPlans(r, { id });
  if (!found) throw new AppError('record.notFound');
  return found;
}

async function pointsOf(
  r: Reader,
  ids: readonly string[],
  items: readonly PlannedItem[],
): Promise<ReadonlyMap<string, ActivityPlan['points']>> {
  const rows = await r.db
    .selectFrom('plan_point as point')
    .selectAll('point')
    .select((eb) =>
      eb
        .selectFrom('plan_point as copy')
        .innerJoin('activity_plan as later', (join) =>
          join.onRef('later.id', '=', 'copy.activity_plan_id').onRef('later.tenant_id', '=', 'copy.tenant_id'),
        )
        .select((inner) => inner.fn.max('later.year').as('year'))
        .whereRef('copy.tenant_id', '=', 'point.tenant_id')
        .whereRef('copy.copied_from_id', '=', 'point.id')
        .as('carried_to'),
    )
    .where('point.tenant_id', '=', r.tenantId)
    .where('point.activity_plan_id', 'in', ids)
    .orderBy('point.position')
    .execute();
  const itemsOf = Map.groupBy(items, ({ proposalId }) => proposalId);
  const planOf = Map.groupBy(rows, (row) => row.activity_plan_id);
  return new Map(
    [...planOf].map(([planId, own]) => [
      planId,
      own.map((row) => ({
        id: row.id,
        version: row.version,
        kind: row.kind as PlanPointKind,
        text: row.point,
        details: row.details,
        giver: row.giver,
        origin: row.origin as ProposalOrigin | null,
        state: proposalStanding(row.state as ProposalState, itemsOf.get(row.id) ?? []),
        stateReason: row.state_reason,
        carriedTo: row.carried_to,
        copiedFromYear: row.copied_from_year,
      })),
    ]),
  );
}

async function latestVersions(r: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await r.db
    .selectFrom('activity_plan_version')
    .select((eb) => ['activity_plan_id', eb.fn.max('number').as('number')])
    .where('tenant_id', '=', r.tenantId)
    .where('activity_plan_id', 'in', ids)
    .groupBy('activity_plan_id')
    .execute();
  return new Map(rows.map((row) => [row.activity_plan_id, row.number]));
}
