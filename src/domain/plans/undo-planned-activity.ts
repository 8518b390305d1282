import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';

/** Whether people have built on the items of a slot: put them on an agenda, moved them, or changed what they say or concern. */
export async function isPlannedActivityInUse(r: Reader, id: Id<'plannedActivity'>): Promise<boolean> {
  const row = await r.db
    .selectFrom('planned_item as item')
    .select('item.id')
    .where('item.tenant_id', '=', r.tenantId)
    .where('item.planned_activity_id', '=', id)
    .where((eb) =>
      eb.or([
        eb('item.version', '>', 1),
        eb('item.plan_point_id', 'is not', null),
        eb.exists(
          eb
            .selectFrom('planned_item_occasion as occasion')
            .select('occasion.agenda_item_id')
            .whereRef('occasion.tenant_id', '=', 'item.tenant_id')
            .whereRef('occasion.planned_item_id', '=', 'item.id'),
        ),
        eb.exists(
          eb
            .selectFrom('planned_item_assignment as link')
            .select('link.assignment_id')
            .whereRef('link.tenant_id', '=', 'item.tenant_id')
            .whereRef('link.planned_item_id', '=', 'item.id'),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes away the days of a plan that an import began and that, since it was undone, nothing is left of: no slot, and no meeting. */
export async function removeEmptyImportedDays(
  w: Writer<'intake.confirm'>,
  activityPlanId: Id<'activityPlan'>,
): Promise<void> {
  const days = await w.db
    .deleteFrom('planned_day as day')
    .where('day.tenant_id', '=', w.tenantId)
    .where('day.activity_plan_id', '=', activityPlanId)
    .where('day.of_import', '=', true)
    .where((eb) =>
      eb.not(
        eb.or([
          eb.exists(
            eb
              .selectFrom('planned_activity as slot')
              .select('slot.id')
              .whereRef('slot.tenant_id', '=', 'day.tenant_id')
              .whereRef('slot.planned_day_id', '=', 'day.id'),
          ),
          eb.exists(
            eb
              .selectFrom('planned_day_meeting as link')
              .select('link.meeting_id')
              .whereRef('link.tenant_id', '=', 'day.tenant_id')
              .whereRef('link.planned_day_id', '=', 'day.id'),
          ),
        ]),
      ),
    )
    .returning(['day.id', 'day.held_on'])
    .execute();
  for (const { id, held_on } of days)
    await w.log({
      noun: 'plannedDay',
      recordId: id,
      summary: 'taken away with its last slot',
      before: { activityPlanId, held_on },
    });
}
