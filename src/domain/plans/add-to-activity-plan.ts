import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { type PlannedDay, type PlanPointKind, type ProposalOrigin, planPointKinds } from './activity-plan.ts';
import { getActivityPlan, listActivityPlans } from './activity-plan-reader.ts';
import { insertDay, insertItems, nextPosition } from './activity-plan-writer.ts';

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
  const dayId = await ensurePlannedDay(w, plan, input);
  const row = { planned_day_id: dayId, held_on: input.date, category: input.category.trim() };
  const position = await nextPosition(w, 'planned_activity', plan.id);
  await w.db
    .insertInto('planned_activity')
    .values({ tenant_id: w.tenantId, id, activity_plan_id: plan.id, position, ...row })
    .execute();
  await insertItems(w, id, input.items);
  await w.log({
    noun: 'plannedActivity',
    recordId: id,
    after: { activityPlanId: plan.id, ...row, items: input.items },
  });
  return id;
}

/** The day of the plan on a date, begun as a meeting day when the plan does not have it. */
async function ensurePlannedDay(
  w: Writer,
  plan: { readonly id: Id<'activityPlan'>; readonly days: readonly PlannedDay[] },
  input: AddPlannedActivity,
): Promise<Id<'plannedDay'>> {
  const known = plan.days.find(({ date }) => date === input.date);
  const place = input.place?.trim() || null;
  if (known) {
    const [lastDay, where] = [known.lastDay ?? input.lastDay ?? null, known.place ?? place];
    if (lastDay !== known.lastDay || where !== known.place)
      await w.db
        .updateTable('planned_day')
        .set({ last_day: lastDay, place: where, version: known.version + 1 })
        .where('tenant_id', '=', w.tenantId)
        .where('id', '=', known.id)
        .execute();
    return known.id;
  }
  const id: Id<'plannedDay'> = w.runtime.newId();
  const kind = input.category === 'studyVisit' ? 'studyVisit' : 'meeting';
  const row = {
    held_on: input.date,
    last_day: input.lastDay ?? null,
    kind,
    place,
    note: null,
    of_import: true,
  } as const;
  await insertDay(w, plan.id, id, row);
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
  readonly origin?: ProposalOrigin | null;
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
    origin: input.origin ?? null,
  };
  const position = await nextPosition(w, 'plan_point', plan.id);
  await w.db
    .insertInto('plan_point')
    .values({ tenant_id: w.tenantId, id, activity_plan_id: plan.id, position, ...row })
    .execute();
  await w.log({ noun: 'planPoint', recordId: id, after: { activityPlanId: plan.id, ...row } });
  return id;
}
