import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { type PlanCategoryCode, planCategories } from './activity-plan.ts';
import { getActivityPlan } from './activity-plan-reader.ts';
import { lockPoint } from './change-activity-plan.ts';
import { slotOf } from './change-planned-item.ts';
import { type ProposalAction, proposalAfter } from './plan-proposal-transitions.ts';

export type SettleProposal = {
  readonly pointId: Id<'planPoint'>;
  readonly expectedVersion: number;
  readonly action: ProposalAction;
  /** Why it was dropped, which must be said, or anything worth knowing about the others. */
  readonly reason?: string | null;
  /** On which day and under which category it is planned. */
  readonly dayId?: Id<'plannedDay'> | null;
  readonly category?: PlanCategoryCode | null;
};

/** Says what becomes of a proposal in the backlog. One that is planned is put on a day and stays tied to the proposal. */
export async function settleProposal(w: Writer<'plan.edit'>, input: SettleProposal): Promise<void> {
  const point = await lockPoint(w, input.pointId);
  expectVersion(point, input.expectedVersion, input);
  const reason = input.reason?.trim() || null;
  const isPlanned = input.action === 'plan';
  refuseProblems([
    ...(point.kind === 'proposal' ? [] : [{ path: 'action', key: 'validation.choose' }]),
    ...(input.action === 'drop' && !reason ? [{ path: 'reason', key: 'validation.required' }] : []),
    ...(isPlanned && !input.dayId ? [{ path: 'dayId', key: 'validation.choose' }] : []),
    ...(isPlanned && !(input.category && Object.hasOwn(planCategories, input.category))
      ? [{ path: 'category', key: 'validation.choose' }]
      : []),
  ]);
  const state = proposalAfter(point.state, input.action);
  if (isPlanned) await putOnDay(w, point, input.dayId!, input.category!);
  const after = { state, state_reason: reason, copied_from_year: null };
  await w.db
    .updateTable('plan_point')
    .set({ ...after, version: point.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', point.id)
    .execute();
  await w.log({ noun: 'planPoint', recordId: point.id, summary: input.action, before: point, after });
}

async function putOnDay(
  w: Writer,
  point: Awaited<ReturnType<typeof lockPoint>>,
  dayId: Id<'plannedDay'>,
  category: string,
): Promise<void> {
  const plan = await getActivityPlan(w, point.activityPlanId);
  const slot = await slotOf(w, plan, dayId, category);
  const row = {
    planned_activity_id: slot.id,
    position: slot.items.length + 1,
    topic: point.text,
    proposer: point.giver,
    plan_point_id: point.id,
  };
  const id = w.runtime.newId();
  await w.db
    .insertInto('planned_item')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'plannedItem', recordId: id, after: row });
}
