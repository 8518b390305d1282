import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { type PlanPointKind, planPointKinds } from './activity-plan.ts';
import { getActivityPlan, listActivityPlans } from './activity-plan-reader.ts';

/** The activity plan of a body and year, begun when the register does not have it. */
export async function ensureActivityPlan(
  w: Writer<'plan.edit' | 'intake.confirm'>,
  input: {
    readonly bodyId: Id<'body'>;
    readonly year: number;
    readonly title: string;
    readonly datedOn?: CivilDate | null;
  },
): Promise<{ readonly id: Id<'activityPlan'>; readonly created: boolean }> {
  requireBody(w.auth, input.bodyId);
  const [found] = await listActivityPlans(w, { bodyId: input.bodyId, year: input.year });
  if (found) return { id: found.id, created: false };
  refuseProblems(input.title.trim() ? [] : [{ path: 'title', key: 'validation.required' }]);
  const id: Id<'activityPlan'> = w.runtime.newId();
  const row = {
    body_id: input.bodyId,
    year: input.year,
    title: input.title.trim(),
    dated_on: input.datedOn ?? null,
  };
  await w.db
    .insertInto('activity_plan')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'activityPlan', recordId: id, after: row });
  return { id, created: true };
}

export type AddPlannedActivity = {
  readonly activityPlanId: Id<'activityPlan'>;
  readonly date: CivilDate;
  readonly lastDay?: CivilDate | null;
  readonly category: string;
  readonly items: readonly string[];
  readonly place?: string | null;
};

/** Plans what a day takes up under one category. */
export async function addPlannedActivity(
  w: Writer<'plan.edit' | 'intake.confirm'>,
  input: AddPlannedActivity,
): Promise<Id<'plannedActivity'>> {
  const plan = await getActivityPlan(w, input.activityPlanId);
  requireBody(w.auth, plan.body.id);
  refuseProblems([
    ...(isCivilDate(input.date) ? [] : [{ path: 'date', key: 'validation.date' }]),
    ...(input.lastDay && !isCivilDate(input.lastDay) ? [{ path: 'lastDay', key: 'validation.date' }] : []),
    ...(input.category.trim() ? [] : [{ path: 'category', key: 'validation.required' }]),
  ]);
  const id: Id<'plannedActivity'> = w.runtime.newId();
  const row = {
    held_on: input.date,
    last_day: input.lastDay ?? null,
    category: input.category.trim(),
    items: JSON.stringify(input.items),
    place: input.place?.trim() || null,
  };
  const position = await nextPosition(w, 'planned_activity', plan.id);
  await w.db
    .insertInto('planned_activity')
    .values({ tenant_id: w.tenantId, id, activity_plan_id: plan.id, position, ...row })
    .execute();
  await w.log({ noun: 'plannedActivity', recordId: id, after: { activityPlanId: plan.id, ...row } });
  return id;
}

/** Names what the body looks at all through the year. */
export async function addFocusArea(
  w: Writer<'plan.edit' | 'intake.confirm'>,
  input: { readonly activityPlanId: Id<'activityPlan'>; readonly text: string },
): Promise<Id<'focusArea'>> {
  const plan = await getActivityPlan(w, input.activityPlanId);
  requireBody(w.auth, plan.body.id);
  refuseProblems(input.text.trim() ? [] : [{ path: 'text', key: 'validation.required' }]);
  const id: Id<'focusArea'> = w.runtime.newId();
  const row = { area: input.text.trim() };
  const position = await nextPosition(w, 'focus_area', plan.id);
  await w.db
    .insertInto('focus_area')
    .values({ tenant_id: w.tenantId, id, activity_plan_id: plan.id, position, ...row })
    .execute();
  await w.log({ noun: 'focusArea', recordId: id, after: { activityPlanId: plan.id, ...row } });
  return id;
}

export type AddPlanPoint = {
  readonly activityPlanId: Id<'activityPlan'>;
  readonly kind: PlanPointKind;
  readonly text: string;
  readonly details?: readonly string[];
  readonly giver?: string | null;
};

/** Adds a further point: what is followed up, proposed for later, or due at every meeting. */
export async function addPlanPoint(
  w: Writer<'plan.edit' | 'intake.confirm'>,
  input: AddPlanPoint,
): Promise<Id<'planPoint'>> {
  const plan = await getActivityPlan(w, input.activityPlanId);
  requireBody(w.auth, plan.body.id);
  refuseProblems([
    ...(input.text.trim() ? [] : [{ path: 'text', key: 'validation.required' }]),
    ...(input.kind in planPointKinds ? [] : [{ path: 'kind', key: 'validation.choose' }]),
  ]);
  const id: Id<'planPoint'> = w.runtime.newId();
  const row = {
    kind: input.kind,
    point: input.text.trim(),
    details: JSON.stringify(input.details ?? []),
    giver: input.giver?.trim() || null,
  };
  const position = await nextPosition(w, 'plan_point', plan.id);
  await w.db
    .insertInto('plan_point')
    .values({ tenant_id: w.tenantId, id, activity_plan_id: plan.id, position, ...row })
    .execute();
  await w.log({ noun: 'planPoint', recordId: id, after: { activityPlanId: plan.id, ...row } });
  return id;
}

/** The plan is locked while its next place is taken, so that two people never take the same. */
async function nextPosition(
  w: Writer,
  table: 'planned_activity' | 'focus_area' | 'plan_point',
  planId: string,
): Promise<number> {
  await w.db
    .selectFrom('activity_plan')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', planId)
    .forUpdate()
    .execute();
  const { last } = await w.db
    .selectFrom(table)
    .select((eb) => eb.fn.max('position').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('activity_plan_id', '=', planId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
