import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { type ActivityPlan, type PlannedDay, planCategories } from './activity-plan.ts';
import { getActivityPlan } from './activity-plan-reader.ts';
import { bringOverUntaken, copyOfPoint, insertCopies } from './bring-over-untaken.ts';
import { createActivityPlan } from './change-activity-plan.ts';
import { proposeDates } from './propose-dates.ts';

export type ContinueActivityPlan = {
  readonly activityPlanId: Id<'activityPlan'>;
  /** The items of the year that were never on an agenda; they wait in the next year's backlog. */
  readonly untreated: readonly Id<'plannedItem'>[];
};

/**
 * Begins the plan of the next year from this one: days by the same rule of weekday and week, focus areas, what is followed up, standing
 * information, the waiting backlog, and what was never taken up. Every line says from which year it was copied until somebody has confirmed or
 * changed it. A day keeps its categories, for nothing yet. What it took up this
 * year is not copied, nor its note: both are about this year.
 */
export async function continueActivityPlan(
  w: Writer<'plan.edit'>,
  input: ContinueActivityPlan,
): Promise<Id<'activityPlan'>> {
  const old = await getActivityPlan(w, input.activityPlanId);
  const year = old.year + 1;
  const id = await createActivityPlan(w, { bodyId: old.body.id, year, title: titleFor(old, year) });
  await copyDays(w, old, id);
  await copyFocusAreas(w, old, id);
  await copyLastingPoints(w, old, id);
  await bringOverUntaken(w, { activityPlanId: id, earlierId: old.id, untreated: input.untreated });
  await w.log({ noun: 'activityPlan', recordId: id, summary: 'continued', after: { copiedFrom: old.id } });
  return id;
}

/** The title with the new year in it: "Aktivitetsplan 2020" becomes "Aktivitetsplan 2021". */
function titleFor({ title, year }: ActivityPlan, next: number): string {
  return title.includes(String(year)) ? title.replaceAll(String(year), String(next)) : `${title} ${next}`;
}

async function copyDays(w: Writer, old: ActivityPlan, planId: Id<'activityPlan'>): Promise<void> {
  if (old.days.length === 0) return;
  const dates = proposeDates(
    old.days.map(({ date }) => date),
    old.year + 1,
  );
  const days = old.days.map((day, index) => ({ id: w.runtime.newId(), day, date: dates[index]! }));
  await w.db
    .insertInto('planned_day')
    .values(
      days.map(({ id, day, date }) => ({
        tenant_id: w.tenantId,
        id,
        activity_plan_id: planId,
        held_on: date,
        last_day: null,
        kind: day.kind,
        place: day.place,
        note: null,
        copied_from_year: old.year,
      })),
    )
    .execute();
  const bodies = days.flatMap(({ id, day }) =>
    day.bodies.map((body) => ({ tenant_id: w.tenantId, planned_day_id: id, body_id: body.id })),
  );
  if (bodies.length > 0) await w.db.insertInto('planned_day_body').values(bodies).execute();
  await copySlots(w, old, planId, days);
}

async function copyFocusAreas(w: Writer, old: ActivityPlan, planId: Id<'activityPlan'>): Promise<void> {
  if (old.focusAreas.length === 0) return;
  await w.db
    .insertInto('focus_area')
    .values(
      old.focusAreas.map(({ text }, index) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        activity_plan_id: planId,
        position: index + 1,
        area: text,
        copied_from_year: old.year,
      })),
    )
    .execute();
}

/** The categories of the days, so that the year keeps its shape; what this year wrote under words of its own stays in it. */
async function copySlots(
  w: Writer,
  old: ActivityPlan,
  planId: Id<'activityPlan'>,
  copies: readonly { readonly id: Id<'plannedDay'>; readonly day: PlannedDay; readonly date: CivilDate }[],
): Promise<void> {
  const rows = copies.flatMap(({ id, day, date }) =>
    old.activities
      .filter(({ dayId, category }) => dayId === day.id && Object.hasOwn(planCategories, category))
      .map(({ category }) => ({ planned_day_id: id, held_on: date, category })),
  );
  if (rows.length === 0) return;
  await w.db
    .insertInto('planned_activity')
    .values(
      rows.map((row, index) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        activity_plan_id: planId,
        position: index + 1,
        ...row,
      })),
    )
    .execute();
}

async function copyLastingPoints(w: Writer, old: ActivityPlan, planId: Id<'activityPlan'>): Promise<void> {
  const lasting = old.points.filter(({ kind }) => kind !== 'proposal');
  await insertCopies(w, old.year, planId, lasting.map(copyOfPoint));
}
