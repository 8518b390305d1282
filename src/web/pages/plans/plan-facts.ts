import {
  type Assignment,
  assignmentsOfPlan,
  type Unfinished,
  unfinishedBefore,
} from '../../../domain/assignments/index.ts';
import { type Decision, listDecisions } from '../../../domain/decisions/index.ts';
import {
  type GoalCheck,
  type GoalCheckFigures,
  type InputPointOfPlan,
  inputPointsFor,
  listGoalChecks,
  readGoalCheckFigures,
} from '../../../domain/inputs/index.ts';
import { type Body, getBody } from '../../../domain/organisation/index.ts';
import { getPlan, type PlanWithObjectives } from '../../../domain/plans/index.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Reader } from '../../contracts.ts';

/** What the page of a plan shows. */
export type PlanFacts = {
  readonly plan: PlanWithObjectives;
  readonly owner: Body;
  readonly assignments: readonly Assignment[];
  readonly points: readonly InputPointOfPlan[];
  readonly unfinished: readonly Unfinished[];
  /** The decisions of the owner, proposed and made, of the year of the plan and the one before, when plans are decided. */
  readonly decisions: readonly Decision[];
  readonly figures: GoalCheckFigures;
  /** The check of this plan, and the one that it rests on. */
  readonly check: GoalCheck | null;
  readonly restsOn: GoalCheck | null;
};

export async function gatherPlan(r: Reader, id: Id<'plan'>): Promise<PlanFacts> {
  const plan = await getPlan(r, id);
  const bodyId = plan.ownerBodyId;
  const { decisions } = await listDecisions(r, { bodyId, limit: 200 });
  const [check] = await listGoalChecks(r, { planId: plan.id });
  const [restsOn] = await listGoalChecks(r, { nextPlanId: plan.id });
  return {
    plan,
    owner: await getBody(r, bodyId),
    assignments: await assignmentsOfPlan(r, plan),
    points: await inputPointsFor(r, { planYear: plan.year, toBodyId: bodyId, received: true }),
    unfinished: await unfinishedBefore(r, plan),
    decisions: decisions.filter(({ decidedOn, item, state }) => {
      const year = Number((decidedOn ?? item?.heldOn ?? '').slice(0, 4));
      return item !== null && (state === 'proposed' || year >= plan.year - 1) && year <= plan.year;
    }),
    figures: await readGoalCheckFigures(r, plan),
    check: check ?? null,
    restsOn: restsOn ?? null,
  };
}
