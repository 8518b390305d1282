import type { DocumentTree } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { latestStatuses } from '../assessments/index.ts';
import { assignmentsOfPlan, listGoalsOfAssignments } from '../assignments/index.ts';
import { listGoalTrees } from '../goals/index.ts';
import type { Plan } from '../plans/index.ts';
import { type GoalCheck, type GoalCheckFigures, type GoalConclusion, goalCheckFigures } from './goal-check.ts';
import type { GoalCheckState } from './goal-check-transitions.ts';
import { inputPointsFor } from './input-points-for.ts';

/** A plan beside the goals, as the register has it now: the same queries whatever the size of plan and goals. */
export async function readGoalCheckFigures(
  r: Reader,
  plan: Pick<Plan, 'id' | 'year' | 'ownerBodyId'>,
): Promise<GoalCheckFigures> {
  const assignments = await assignmentsOfPlan(r, plan);
  const statuses = await latestStatuses(r, { years: [plan.year] });
  return goalCheckFigures(
    await listGoalTrees(r),
    assignments.map(({ id, ref, title, state }) => ({
      id,
      ref,
      title,
      state,
      status: statuses.get(id)?.status ?? null,
    })),
    await listGoalsOfAssignments(
      r,
      assignments.map(({ id }) => id),
    ),
    await inputPointsFor(r, { planYear: plan.year + 1, toBodyId: plan.ownerBodyId, received: true }),
  );
}

export type GoalCheckFilter = {
  readonly id?: Id<'goalCheck'>;
  readonly planId?: Id<'plan'>;
  readonly nextPlanId?: Id<'plan'>;
};

/** The checks that fit a filter, the newest plan first. */
export async function listGoalChecks(r: Reader, filter: GoalCheckFilter = {}): Promise<readonly GoalCheck[]> {
  let query = r.db
    .selectFrom('goal_check as check')
    .innerJoin('plan', (join) =>
      join.onRef('plan.id', '=', 'check.plan_id').onRef('plan.tenant_id', '=', 'check.tenant_id'),
    )
    .leftJoin('plan as next', (join) =>
      join.onRef('next.id', '=', 'check.next_plan_id').onRef('next.tenant_id', '=', 'check.tenant_id'),
    )
    .selectAll('check')
    .select(['plan.year', 'plan.title', 'plan.owner_body_id', 'next.year as next_year', 'next.title as next_title'])
    .where('check.tenant_id', '=', r.tenantId);
  if (filter.id) query = query.where('check.id', '=', filter.id);
  if (filter.planId) query = query.where('check.plan_id', '=', filter.planId);
  if (filter.nextPlanId) query = query.where('check.next_plan_id', '=', filter.nextPlanId);
  const rows = await query.orderBy('plan.year', 'desc').execute();
  if (rows.length === 0) return [];
  const verdicts = await r.db
    .selectFrom('goal_check_goal')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where(
      'goal_check_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    plan: { id: row.plan_id, year: row.year, title: row.title, ownerBodyId: row.owner_body_id },
    nextPlan:
      row.next_plan_id !== null && row.next_year !== null && row.next_title !== null
        ? { id: row.next_plan_id, year: row.next_year, title: row.next_title }
        : null,
    state: row.state as GoalCheckState,
    checkedOn: row.checked_on,
    words: row.words,
    signed: row.signed_on !== null && row.signed_by !== null ? { on: row.signed_on, by: row.signed_by } : null,
    frozen:
      row.frozen_tree !== null && row.frozen_hash !== null
        ? { tree: row.frozen_tree as DocumentTree, hash: row.frozen_hash }
        : null,
    verdicts: new Map(
      verdicts
        .filter((one) => one.goal_check_id === row.id)
        .map((one) => [one.goal_id, { conclusion: one.conclusion as GoalConclusion | null, words: one.words }]),
    ),
  }));
}

/** One check. Throws `record.notFound`. */
export async function getGoalCheck(r: Reader, id: Id<'goalCheck'>): Promise<GoalCheck> {
  const [check] = isId(id) ? await listGoalChecks(r, { id }) : [];
  if (!check) throw new AppError('record.notFound');
  return check;
}
