import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import type { ActivityPlan, PlannedActivity, PlannedItem } from './activity-plan.ts';
import { lockActivityPlan, nextPosition } from './activity-plan-writer.ts';

export type ChangePlannedItem = {
  readonly itemId: Id<'plannedItem'>;
  readonly expectedVersion: number;
  readonly text: string;
  readonly proposer?: string | null;
  readonly goalId?: Id<'goal'> | null;
  readonly focusAreaId?: Id<'focusArea'> | null;
};

/** Changes what an item says, what it is about and who proposed it. */
export async function changePlannedItem(w: Writer<'plan.edit'>, input: ChangePlannedItem): Promise<void> {
  const { plan, item } = await lockPlannedItem(w, input.itemId);
  expectVersion(item, input.expectedVersion, input);
  const focusAreaId = input.focusAreaId ?? null;
  refuseProblems([
    ...(input.text.trim() ? [] : [{ path: 'text', key: 'validation.required' }]),
    ...(focusAreaId === null || plan.focusAreas.some(({ id }) => id === focusAreaId)
      ? []
      : [{ path: 'focusAreaId', key: 'validation.choose' }]),
  ]);
  if (input.goalId) await getRow(w, 'goal', input.goalId);
  const after = {
    topic: input.text.trim(),
    proposer: input.proposer?.trim() || null,
    goal_id: input.goalId ?? null,
    focus_area_id: focusAreaId,
    copied_from_year: null,
  };
  await update(w, item, after);
  await w.log({ noun: 'plannedItem', recordId: item.id, before: item, after });
}

export type MovePlannedItem = {
  readonly itemId: Id<'plannedItem'>;
  readonly expectedVersion: number;
  readonly dayId: Id<'plannedDay'>;
  readonly reason?: string | null;
};

/** Moves an item to another day of the year, under the same category. That it was moved, from where and why stays with it. */
export async function movePlannedItem(w: Writer<'plan.edit'>, input: MovePlannedItem): Promise<void> {
  const { plan, slot, item } = await lockPlannedItem(w, input.itemId);
  expectVersion(item, input.expectedVersion, input);
  const day = plan.days.find(({ id }) => id === input.dayId);
  if (!day || day.id === slot.dayId) return refuseProblems([{ path: 'dayId', key: 'validation.choose' }]);
  const there = await slotOf(w, plan, day.id, slot.category);
  await update(w, item, { planned_activity_id: there.id, position: there.items.length + 1 });
  const move = {
    planned_item_id: item.id,
    from_day: slot.date,
    to_day: day.date,
    reason: input.reason?.trim() || null,
    moved_at: w.runtime.now(),
    moved_by: w.auth.actorName,
  };
  await w.db
    .insertInto('planned_item_move')
    .values({ tenant_id: w.tenantId, id: w.runtime.newId(), ...move })
    .execute();
  await w.log({ noun: 'plannedItem', recordId: item.id, summary: 'moved', before: { date: slot.date }, after: move });
}

/** The slot of a day under a category, begun when the day has none. */
export async function slotOf(
  w: Writer,
  plan: ActivityPlan,
  dayId: Id<'plannedDay'>,
  category: string,
): Promise<Pick<PlannedActivity, 'id' | 'items'>> {
  const known = plan.activities.find((one) => one.dayId === dayId && one.category === category);
  if (known) return known;
  const day = plan.days.find(({ id }) => id === dayId);
  if (!day) throw new AppError('record.notFound');
  const id: Id<'plannedActivity'> = w.runtime.newId();
  const position = await nextPosition(w, 'planned_activity', plan.id);
  const row = { activity_plan_id: plan.id, planned_day_id: dayId, position, held_on: day.date, category };
  await w.db
    .insertInto('planned_activity')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  return { id, items: [] };
}

async function lockPlannedItem(
  w: Writer<'plan.edit'>,
  id: Id<'plannedItem'>,
): Promise<{ readonly plan: ActivityPlan; readonly slot: PlannedActivity; readonly item: PlannedItem }> {
  const row = await getRow(w, 'planned_item', id);
  const place = await getRow(w, 'planned_activity', row.planned_activity_id);
  const plan = await lockActivityPlan(w, place.activity_plan_id);
  for (const slot of plan.activities) for (const item of slot.items) if (item.id === id) return { plan, slot, item };
  throw new AppError('record.notFound');
}

async function update(
  w: Writer,
  item: PlannedItem,
  after: Partial<{
    topic: string;
    proposer: string | null;
    goal_id: string | null;
    focus_area_id: string | null;
    copied_from_year: null;
    planned_activity_id: string;
    position: number;
  }>,
): Promise<void> {
  await w.db
    .updateTable('planned_item')
    .set({ ...after, version: item.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', item.id)
    .execute();
}
