import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import type { ActivityPlan, PlannedItem, PlanPoint } from './activity-plan.ts';
import { getActivityPlan } from './activity-plan-reader.ts';
import { lockActivityPlan, nextPosition } from './activity-plan-writer.ts';

export type BringOverUntaken = {
  /** The plan into whose backlog it comes. */
  readonly activityPlanId: Id<'activityPlan'>;
  /** The plan of the same body of an earlier year. */
  readonly earlierId: Id<'activityPlan'>;
  /** The items of the earlier year that no agenda took up. */
  readonly untreated: readonly Id<'plannedItem'>[];
};

/**
 * Brings what an earlier year left into the backlog of a later one: its waiting proposals and its items that were never taken up. Next year's
 * plan is often made before the year has ended, so this is done again when it has; what was brought already is not brought twice, and a planned
 * proposal comes once, as the proposal or as its item. The answer says how many came.
 */
export async function bringOverUntaken(w: Writer<'plan.edit'>, input: BringOverUntaken): Promise<number> {
  const plan = await lockActivityPlan(w, input.activityPlanId);
  const earlier = await getActivityPlan(w, input.earlierId);
  const known = await originsOf(w, plan.id);
  const points = earlier.points.filter(
    ({ id, kind, state }) => kind === 'proposal' && state === 'waiting' && !known.has(id),
  );
  const here = new Set([...known, ...points.map(({ id }) => id as string)]);
  const items = earlier.activities
    .flatMap((slot) => slot.items)
    .filter(({ id, proposalId }) => input.untreated.includes(id) && !here.has(id) && !here.has(proposalId ?? ''));
  const copies = [...points.map(copyOfPoint), ...items.map(copyOfItem)];
  await insertCopies(w, earlier.year, plan.id, copies);
  await w.log({
    noun: 'activityPlan',
    recordId: plan.id,
    summary: 'brought over',
    after: { from: earlier.id, points: points.map(({ id }) => id), items: items.map(({ id }) => id) },
  });
  return copies.length;
}

type Copy = {
  readonly kind: string;
  readonly point: string;
  readonly details: string;
  readonly giver: string | null;
  readonly origin: string | null;
  readonly copied_from_id: string | null;
  readonly copied_from_item_id: string | null;
};

/** A further point as it is copied into the plan of a later year. */
export function copyOfPoint({ id, kind, text, details, giver, origin }: PlanPoint): Copy {
  const words = { kind, point: text, details: JSON.stringify(details), giver, origin };
  return { ...words, copied_from_id: id, copied_from_item_id: null };
}

function copyOfItem({ id, text, proposer, proposalId }: PlannedItem): Copy {
  const words = { kind: 'proposal', point: text, details: '[]', giver: proposer, origin: null };
  return { ...words, copied_from_id: proposalId, copied_from_item_id: id };
}

/** Writes copied points last in a plan, each with the year it is from. */
export async function insertCopies(
  w: Writer,
  year: number,
  planId: Id<'activityPlan'>,
  copies: readonly Copy[],
): Promise<void> {
  if (copies.length === 0) return;
  const from = await nextPosition(w, 'plan_point', planId);
  await w.db
    .insertInto('plan_point')
    .values(
      copies.map((copy, index) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        activity_plan_id: planId,
        position: from + index,
        copied_from_year: year,
        ...copy,
      })),
    )
    .execute();
}

/** The points and items of earlier years that are in the plan already. */
async function originsOf(r: Reader, planId: Id<'activityPlan'>): Promise<ReadonlySet<string>> {
  const rows = await r.db
    .selectFrom('plan_point')
    .select(['copied_from_id', 'copied_from_item_id'])
    .where('tenant_id', '=', r.tenantId)
    .where('activity_plan_id', '=', planId)
    .execute();
  return new Set(rows.flatMap((row) => [row.copied_from_id, row.copied_from_item_id]).filter((id) => id !== null));
}

/** The plan that the same body has for the year before, if it has one. */
export async function earlierPlanOf(
  r: Reader,
  { body, year }: Pick<ActivityPlan, 'body' | 'year'>,
): Promise<Id<'activityPlan'> | undefined> {
  const row = await r.db
    .selectFrom('activity_plan')
    .select('id')
    .where('tenant_id', '=', r.tenantId)
    .where('body_id', '=', body.id)
    .where('year', '=', year - 1)
    .executeTakeFirst();
  return row?.id;
}
