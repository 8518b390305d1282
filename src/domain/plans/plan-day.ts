import { type CivilDate, isCivilDate, yearOf } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { type ActivityPlan, type PlannedDay, type PlannedDayKind, plannedDayKinds } from './activity-plan.ts';
import { insertDay, lockActivityPlan } from './activity-plan-writer.ts';
import { type GivenSlot, matchItems, mergedSlots, writeSlots } from './slot-writer.ts';

export type DayFields = {
  readonly date: CivilDate;
  readonly lastDay?: CivilDate | null;
  readonly kind: PlannedDayKind;
  readonly place?: string | null;
  readonly note?: string | null;
  /** The other bodies of a joint day. */
  readonly bodyIds?: readonly Id<'body'>[];
  /** What the day takes up; a category that is not named has no slot, one without items says that nothing is planned. */
  readonly slots: readonly GivenSlot[];
};

/** Puts a day in the plan with what it is to take up. */
export async function planDay(
  w: Writer<'plan.edit'>,
  input: DayFields & { readonly activityPlanId: Id<'activityPlan'> },
): Promise<Id<'plannedDay'>> {
  const plan = await lockActivityPlan(w, input.activityPlanId);
  refuseProblems(dayProblems(plan, input));
  const id: Id<'plannedDay'> = w.runtime.newId();
  await insertDay(w, plan.id, id, dayRow(input));
  await writeBodies(w, plan, id, input.bodyIds ?? []);
  await writeSlots(w, plan, { id, date: input.date }, input.slots);
  return id;
}

/** Changes a day and what it takes up. Somebody has then looked at it: it no longer counts as copied. */
export async function changeDay(
  w: Writer<'plan.edit'>,
  input: DayFields & { readonly dayId: Id<'plannedDay'>; readonly expectedVersion: number },
): Promise<void> {
  const { plan, day } = await lockDay(w, input.dayId);
  expectVersion(day, input.expectedVersion, input);
  refuseProblems([...dayProblems(plan, input, day.id), ...takenOffAgenda(plan, day.id, input.slots)]);
  const after = { ...dayRow(input), copied_from_year: null, of_import: false };
  await w.db
    .updateTable('planned_day')
    .set({ ...after, version: day.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', day.id)
    .execute();
  await writeBodies(w, plan, day.id, input.bodyIds ?? []);
  await writeSlots(w, plan, { id: day.id, date: input.date }, input.slots);
  await w.log({ noun: 'plannedDay', recordId: day.id, before: day, after: { ...after, slots: input.slots } });
}

/** Takes a day out of the plan with all that it was to take up. Versions that were kept still show it. */
export async function removeDay(
  w: Writer<'plan.edit'>,
  input: { readonly dayId: Id<'plannedDay'>; readonly expectedVersion: number },
): Promise<void> {
  const { plan, day } = await lockDay(w, input.dayId);
  expectVersion(day, input.expectedVersion);
  refuseProblems(takenOffAgenda(plan, day.id, []));
  const activities = plan.activities.filter(({ dayId }) => dayId === day.id);
  await w.db.deleteFrom('planned_day').where('tenant_id', '=', w.tenantId).where('id', '=', day.id).execute();
  await w.log({ noun: 'plannedDay', recordId: day.id, before: { ...day, activities }, after: null });
}

/** A day read for change, with the plan it stands in. */
export async function lockDay(
  w: Writer<'plan.edit'>,
  id: Id<'plannedDay'>,
): Promise<{ readonly plan: ActivityPlan; readonly day: PlannedDay }> {
  const row = await lockRow(w, 'planned_day', id);
  const plan = await lockActivityPlan(w, row.activity_plan_id);
  return { plan, day: plan.days.find((one) => one.id === id)! };
}

/** What a person must correct before a day can stand in a plan. */
export function dayProblems(plan: ActivityPlan, input: DayFields, ownId?: Id<'plannedDay'>): readonly Problem[] {
  const exists = isCivilDate(input.date);
  const taken = plan.days.some(({ id, date }) => id !== ownId && date === input.date);
  return [
    ...(exists ? [] : [{ path: 'date', key: 'validation.date' }]),
    ...(exists && yearOf(input.date) !== plan.year
      ? [{ path: 'date', key: 'activityPlan.otherYear', values: { year: plan.year } }]
      : []),
    ...(taken ? [{ path: 'date', key: 'activityPlan.dayTaken' }] : []),
    ...(input.lastDay && (!isCivilDate(input.lastDay) || input.lastDay < input.date)
      ? [{ path: 'lastDay', key: 'validation.date' }]
      : []),
    ...(Object.hasOwn(plannedDayKinds, input.kind) ? [] : [{ path: 'kind', key: 'validation.choose' }]),
    ...(input.kind === 'jointDay' && (input.bodyIds ?? []).length === 0
      ? [{ path: 'bodyIds', key: 'validation.required' }]
      : []),
  ];
}

/** What stands on an agenda cannot be taken out of the plan: where it was taken up, and from where it was moved, would go with it. */
function takenOffAgenda(plan: ActivityPlan, dayId: Id<'plannedDay'>, slots: readonly GivenSlot[]): readonly Problem[] {
  const before = plan.activities.filter((slot) => slot.dayId === dayId);
  const kept = new Set(matchItems(before, mergedSlots(slots)).flatMap((lines) => lines.map(({ item }) => item?.id)));
  return before.flatMap(({ category, items }) =>
    items
      .filter(({ id, onAgenda }) => onAgenda !== 'no' && !kept.has(id))
      .map(({ text }) => ({ path: category, key: 'activityPlan.onAgenda', values: { item: text } })),
  );
}

function dayRow(input: DayFields) {
  return {
    held_on: input.date,
    last_day: input.lastDay ?? null,
    kind: input.kind,
    place: input.place?.trim() || null,
    note: input.note?.trim() || null,
  };
}

async function writeBodies(
  w: Writer,
  plan: ActivityPlan,
  dayId: Id<'plannedDay'>,
  bodyIds: readonly Id<'body'>[],
): Promise<void> {
  const others = [...new Set(bodyIds)].filter((id) => id !== plan.body.id);
  await w.db
    .deleteFrom('planned_day_body')
    .where('tenant_id', '=', w.tenantId)
    .where('planned_day_id', '=', dayId)
    .execute();
  if (others.length > 0)
    await w.db
      .insertInto('planned_day_body')
      .values(others.map((body_id) => ({ tenant_id: w.tenantId, planned_day_id: dayId, body_id })))
      .execute();
}
