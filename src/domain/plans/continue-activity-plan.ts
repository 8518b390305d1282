import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import type { ActivityPlan, PlannedItem } from './activity-plan.ts';
import { getActivityPlan } from './activity-plan-reader.ts';
import { nextPosition } from './activity-plan-writer.ts';
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
 * changed it. What a day of this year took up is not copied, nor its note: both are about this year.
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
  await copyPoints(w, old, id, input.untreated);
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

async function copyPoints(
  w: Writer,
  old: ActivityPlan,
  planId: Id<'activityPlan'>,
  untreated: readonly Id<'plannedItem'>[],
): Promise<void> {
  // A planned proposal whose item was never taken up comes back as that item, so it is not copied twice.
  const points = old.points.filter(({ kind, state }) => kind !== 'proposal' || state === 'waiting');
  const items = old.activities.flatMap((slot) => slot.items).filter(({ id }) => untreated.includes(id));
  const from = await nextPosition(w, 'plan_point', planId);
  const rows = [
    ...points.map(({ id, kind, text, details, giver, origin }) => ({
      kind: kind as string,
      point: text,
      details: JSON.stringify(details),
      giver,
      origin: origin as string | null,
      copied_from_id: id as string | null,
    })),
    ...items.map(({ text, proposer, proposalId }: PlannedItem) => ({
      kind: 'proposal',
      point: text,
      details: '[]',
      giver: proposer,
      origin: null,
      copied_from_id: proposalId as string | null,
    })),
  ];
  if (rows.length === 0) return;
  await w.db
    .insertInto('plan_point')
    .values(
      rows.map((row, index) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        activity_plan_id: planId,
        position: from + index,
        copied_from_year: old.year,
        ...row,
      })),
    )
    .execute();
}
