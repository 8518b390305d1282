import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { ActivityPlan, PlanPointKind } from './activity-plan.ts';

export type ActivityPlanFilter = {
  readonly id?: Id<'activityPlan'>;
  readonly bodyId?: Id<'body'>;
  readonly year?: number;
};

/** The activity plans that fit a filter, newest year first, with their days in order. */
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
  const activities = await r.db
    .selectFrom('planned_activity')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('activity_plan_id', 'in', ids)
    .orderBy('held_on')
    .orderBy('position')
    .execute();
  const areas = await r.db
    .selectFrom('focus_area')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('activity_plan_id', 'in', ids)
    .orderBy('position')
    .execute();
  const points = await r.db
    .selectFrom('plan_point')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('activity_plan_id', 'in', ids)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    body: { id: row.body_id, name: row.body_name },
    year: row.year,
    title: row.title,
    datedOn: row.dated_on,
    activities: activities
      .filter((one) => one.activity_plan_id === row.id)
      .map((one) => ({
        id: one.id,
        date: one.held_on,
        lastDay: one.last_day,
        category: one.category,
        items: one.items,
        place: one.place,
      })),
    focusAreas: areas.filter((one) => one.activity_plan_id === row.id).map(({ id, area }) => ({ id, text: area })),
    points: points
      .filter((one) => one.activity_plan_id === row.id)
      .map(({ id, kind, point, details, giver }) => ({ id, kind: kind as PlanPointKind, text: point, details, giver })),
  }));
}

/** One activity plan. Throws `record.notFound`. */
export async function getActivityPlan(r: Reader, id: Id<'activityPlan'>): Promise<ActivityPlan> {
  const [found] = await listActivityPlans(r, { id });
  if (!found) throw new AppError('record.notFound');
  return found;
}
