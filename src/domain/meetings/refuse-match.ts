import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import { getActivityPlan } from '../plans/index.ts';
import type { RefusedMatch } from './never-taken-up.ts';

export type RefuseMatch = RefusedMatch & { readonly activityPlanId: Id<'activityPlan'> };

/** Says that an agenda item did not take up what it has the same words as; said anew, the later reason holds. */
export async function refuseMatch(w: Writer<'plan.edit'>, input: RefuseMatch): Promise<void> {
  const plan = await getActivityPlan(w, input.activityPlanId);
  requireBody(w.auth, plan.body.id);
  await getRow(w, 'agenda_item', input.agendaItemId);
  const reason = input.reason.trim();
  refuseProblems(reason ? [] : [{ path: 'reason', key: 'validation.required' }]);
  await w.db
    .insertInto('refused_match')
    .values({
      tenant_id: w.tenantId,
      activity_plan_id: plan.id,
      record_id: input.recordId,
      agenda_item_id: input.agendaItemId,
      reason,
    })
    .onConflict((on) =>
      on.columns(['tenant_id', 'activity_plan_id', 'record_id', 'agenda_item_id']).doUpdateSet({ reason }),
    )
    .execute();
  await w.log({ noun: 'activityPlan', recordId: plan.id, summary: 'not taken up by', after: input });
}

/** Takes a refusal back: the words count again. */
export async function allowMatch(w: Writer<'plan.edit'>, input: Omit<RefuseMatch, 'reason'>): Promise<void> {
  const plan = await getActivityPlan(w, input.activityPlanId);
  requireBody(w.auth, plan.body.id);
  await w.db
    .deleteFrom('refused_match')
    .where('tenant_id', '=', w.tenantId)
    .where('activity_plan_id', '=', plan.id)
    .where('record_id', '=', input.recordId)
    .where('agenda_item_id', '=', input.agendaItemId)
    .execute();
  await w.log({ noun: 'activityPlan', recordId: plan.id, summary: 'taken up by after all', after: input });
}

/** What people have said about a plan that the same words do not mean. */
export async function refusedMatchesOf(r: Reader, id: Id<'activityPlan'>): Promise<readonly RefusedMatch[]> {
  const rows = await r.db
    .selectFrom('refused_match')
    .select(['record_id', 'agenda_item_id', 'reason'])
    .where('tenant_id', '=', r.tenantId)
    .where('activity_plan_id', '=', id)
    .orderBy('record_id')
    .execute();
  return rows.map((row) => ({ recordId: row.record_id, agendaItemId: row.agenda_item_id, reason: row.reason }));
}
