import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import type { ActivityPlan } from './activity-plan.ts';
import { lockActivityPlan } from './activity-plan-writer.ts';

/** Confirms that a line copied from an earlier year holds for this one as well. A text copied forward unread is the error that this prevents. */
export async function confirmCopied(
  w: Writer<'plan.edit'>,
  input: { readonly activityPlanId: Id<'activityPlan'>; readonly recordId: string },
): Promise<void> {
  const plan = await lockActivityPlan(w, input.activityPlanId);
  const found = copiedLines(plan).find(({ id }) => id === input.recordId);
  if (!found) throw new AppError('record.notFound');
  await w.db
    .updateTable(found.table)
    .set({ copied_from_year: null, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({ noun: found.noun, recordId: found.id, summary: 'confirmed', after: { copied_from_year: null } });
}

type CopiedLine = {
  readonly id: string;
  readonly version: number;
  readonly noun: 'plannedDay' | 'plannedItem' | 'focusArea' | 'planPoint';
  readonly table: 'planned_day' | 'planned_item' | 'focus_area' | 'plan_point';
};

function copiedLines(plan: ActivityPlan): readonly CopiedLine[] {
  const line =
    (noun: CopiedLine['noun'], table: CopiedLine['table']) =>
    ({ id, version }: { readonly id: string; readonly version: number }): CopiedLine => ({ id, version, noun, table });
  return [
    ...plan.days.map(line('plannedDay', 'planned_day')),
    ...plan.activities.flatMap(({ items }) => items.map(line('plannedItem', 'planned_item'))),
    ...plan.focusAreas.map(line('focusArea', 'focus_area')),
    ...plan.points.map(line('planPoint', 'plan_point')),
  ];
}
