import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import type { ActivityPlan, PlannedDayKind } from './activity-plan.ts';
import { getActivityPlan } from './activity-plan-reader.ts';

/** Reads an activity plan for change, locked, and makes sure that the writer may change what the body has planned. */
export async function lockActivityPlan(
  w: Writer<'plan.edit' | 'intake.confirm'>,
  id: Id<'activityPlan'>,
): Promise<ActivityPlan> {
  await lockRow(w, 'activity_plan', id);
  const plan = await getActivityPlan(w, id);
  requireBody(w.auth, plan.body.id);
  return plan;
}

/** The plan is locked while its next place is taken, so that two people never take the same. */
export async function nextPosition(
  w: Writer,
  table: 'planned_activity' | 'focus_area' | 'plan_point',
  planId: string,
): Promise<number> {
  await lockRow(w, 'activity_plan', planId);
  const { last } = await w.db
    .selectFrom(table)
    .select((eb) => eb.fn.max('position').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('activity_plan_id', '=', planId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

export type DayRow = {
  readonly held_on: string;
  readonly last_day: string | null;
  readonly kind: PlannedDayKind;
  readonly place: string | null;
  readonly note: string | null;
  readonly copied_from_year?: number | null;
  readonly of_import?: boolean;
};

/** Writes a new day and says so in the log. */
export async function insertDay(w: Writer, planId: string, id: Id<'plannedDay'>, row: DayRow): Promise<void> {
  await w.db
    .insertInto('planned_day')
    .values({ tenant_id: w.tenantId, id, activity_plan_id: planId, ...row })
    .execute();
  await w.log({ noun: 'plannedDay', recordId: id, after: { activityPlanId: planId, ...row } });
}

/** Writes the items of a slot in their order, those that are nothing but space left out. */
export async function insertItems(
  w: Writer,
  slotId: Id<'plannedActivity'>,
  topics: readonly string[],
  from = 1,
): Promise<void> {
  const told = topics.map((topic) => topic.trim()).filter(Boolean);
  if (told.length === 0) return;
  await w.db
    .insertInto('planned_item')
    .values(
      told.map((topic, index) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        planned_activity_id: slotId,
        position: from + index,
        topic,
      })),
    )
    .execute();
}
