import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { bringOverUntaken, continueActivityPlan, earlierPlanOf, getActivityPlan } from '../plans/index.ts';
import { type ActivityYear, getActivityYear } from './activity-year-reader.ts';
import { neverTakenUp } from './never-taken-up.ts';

/** The planned items that no agenda took up. What is planned for a day that is still to come may yet be. */
export function untakenItems({ taken }: Pick<ActivityYear, 'taken'>, today: CivilDate): readonly Id<'plannedItem'>[] {
  return neverTakenUp(taken, today)
    .never.filter(({ noun }) => noun === 'plannedItem')
    .map(({ id }) => id);
}

/** Begins next year's plan from a year as it went: with what was never taken up, and focus areas that still concern their assignments. */
export async function continueActivityYear(
  w: Writer<'plan.edit'>,
  id: Id<'activityPlan'>,
): Promise<Id<'activityPlan'>> {
  const year = await getActivityYear(w, id);
  const nextId = await continueActivityPlan(w, {
    activityPlanId: id,
    untreated: untakenItems(year, w.runtime.today()),
  });
  const next = await getActivityPlan(w, nextId);
  const links = next.focusAreas.flatMap((copy, index) => {
    const assignmentIds = year.links.assignments.get(year.plan.focusAreas[index]!.id) ?? [];
    return assignmentIds.map((assignment_id) => ({
      tenant_id: w.tenantId,
      focus_area_id: copy.id as string,
      assignment_id: assignment_id as string,
    }));
  });
  if (links.length > 0) await w.db.insertInto('focus_area_assignment').values(links).execute();
  return nextId;
}

/** Brings what the year before left since this plan was made into its backlog. Done again it brings only what is new. Throws `record.notFound`. */
export async function bringOverMissed(w: Writer<'plan.edit'>, id: Id<'activityPlan'>): Promise<number> {
  const earlierId = await earlierPlanOf(w, await getActivityPlan(w, id));
  if (!earlierId) throw new AppError('record.notFound');
  const untreated = untakenItems(await getActivityYear(w, earlierId), w.runtime.today());
  return await bringOverUntaken(w, { activityPlanId: id, earlierId, untreated });
}
