import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';

export type LinkActivityPlan = {
  readonly noun: 'plannedItem' | 'focusArea';
  readonly recordId: string;
  readonly assignmentIds: readonly Id<'assignment'>[];
};

/** Says which assignments a planned item or a focus area concerns; what was said before is replaced. */
export async function linkActivityPlan(w: Writer<'plan.edit'>, input: LinkActivityPlan): Promise<void> {
  const isItem = input.noun === 'plannedItem';
  const planId = isItem
    ? (await getRow(w, 'planned_activity', (await getRow(w, 'planned_item', input.recordId)).planned_activity_id))
        .activity_plan_id
    : (await getRow(w, 'focus_area', input.recordId)).activity_plan_id;
  requireBody(w.auth, (await getRow(w, 'activity_plan', planId)).body_id);
  const ids = [...new Set(input.assignmentIds)];
  if (isItem) {
    await w.db
      .deleteFrom('planned_item_assignment')
      .where('tenant_id', '=', w.tenantId)
      .where('planned_item_id', '=', input.recordId)
      .execute();
    if (ids.length > 0)
      await w.db
        .insertInto('planned_item_assignment')
        .values(ids.map((id) => ({ tenant_id: w.tenantId, planned_item_id: input.recordId, assignment_id: id })))
        .execute();
  } else {
    await w.db
      .deleteFrom('focus_area_assignment')
      .where('tenant_id', '=', w.tenantId)
      .where('focus_area_id', '=', input.recordId)
      .execute();
    if (ids.length > 0)
      await w.db
        .insertInto('focus_area_assignment')
        .values(ids.map((id) => ({ tenant_id: w.tenantId, focus_area_id: input.recordId, assignment_id: id })))
        .execute();
  }
  await w.log({ noun: input.noun, recordId: input.recordId, after: { assignmentIds: ids } });
}
