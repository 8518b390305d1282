import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { lockActivityPlan } from './activity-plan-writer.ts';

/** What of a plan can be left without ever being taken up. */
export const untakenNouns = ['plannedItem', 'focusArea', 'planPoint', 'assignment'] as const;
export type UntakenNoun = (typeof untakenNouns)[number];

export type ExplainUntaken = {
  readonly activityPlanId: Id<'activityPlan'>;
  readonly noun: UntakenNoun;
  readonly recordId: string;
  readonly reason: string;
};

/** Says why something in the plan was never taken up during the year; saying it anew replaces what was said. */
export async function explainUntaken(w: Writer<'plan.edit'>, input: ExplainUntaken): Promise<void> {
  const plan = await lockActivityPlan(w, input.activityPlanId);
  const reason = input.reason.trim();
  refuseProblems(reason ? [] : [{ path: 'reason', key: 'validation.required' }]);
  await w.db
    .insertInto('untaken_reason')
    .values({
      tenant_id: w.tenantId,
      activity_plan_id: plan.id,
      record_id: input.recordId,
      noun: input.noun,
      reason,
    })
    .onConflict((on) => on.columns(['tenant_id', 'activity_plan_id', 'record_id']).doUpdateSet({ reason }))
    .execute();
  await w.log({ noun: 'activityPlan', recordId: plan.id, summary: 'never taken up', after: input });
}

/** The reasons that were given, by the record they are about. */
export async function untakenReasonsOf(r: Reader, id: Id<'activityPlan'>): Promise<ReadonlyMap<string, string>> {
  const rows = await r.db
    .selectFrom('untaken_reason')
    .select(['record_id', 'reason'])
    .where('tenant_id', '=', r.tenantId)
    .where('activity_plan_id', '=', id)
    .execute();
  return new Map(rows.map((row) => [row.record_id, row.reason]));
}
