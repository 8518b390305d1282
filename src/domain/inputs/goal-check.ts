import type { DocumentTree } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { AssessmentStatus } from '../assessments/index.ts';
import type { Assignment } from '../assignments/index.ts';
import type { GoalTree } from '../goals/index.ts';
import type { Plan } from '../plans/index.ts';
import type { GoalCheckState } from './goal-check-transitions.ts';
import type { InputPointOfPlan } from './input-points-for.ts';

/** What the check of a plan says should happen to a goal in the next plan ("vad behöver förstärkas eller ändras", GOA-14). */
export const goalConclusions = {
  keep: { sv: 'fortsätt som nu', en: 'go on as now', needsWords: false },
  strengthen: { sv: 'förstärk', en: 'strengthen', needsWords: true },
  change: { sv: 'ändra', en: 'change', needsWords: true },
  assign: { sv: 'ge uppdrag', en: 'give an assignment', needsWords: true },
  rest: { sv: 'låt vila', en: 'let rest', needsWords: true },
} as const satisfies Record<string, Localized & { readonly needsWords: boolean }>;
export type GoalConclusion = keyof typeof goalConclusions;
export const goalConclusionCodes = Object.keys(goalConclusions) as readonly GoalConclusion[];

/** An assignment of the checked plan with its latest status. */
export type CheckedAssignment = Pick<Assignment, 'id' | 'ref' | 'title' | 'state'> & {
  readonly status: AssessmentStatus | null;
};

/** One goal beside the plan: what leads to it, whether that moves, and how many points of input ask for it. */
export type CheckedGoal = {
  readonly id: Id<'goal'>;
  readonly heading: string;
  readonly assignments: readonly CheckedAssignment[];
  readonly points: readonly Pick<InputPointOfPlan['point'], 'id' | 'number' | 'headline'>[];
  readonly gap: 'noAssignment' | 'standsStill' | null;
};

/** A plan beside all goals, as the register has it now. */
export type GoalCheckFigures = {
  readonly documents: readonly {
    readonly id: Id<'goalDocument'>;
    readonly title: string;
    readonly perspectives: readonly { readonly name: string; readonly goals: readonly CheckedGoal[] }[];
  }[];
  /** What the plan gives that leads to no goal. */
  readonly withoutGoal: readonly CheckedAssignment[];
};

/** What was concluded of one goal. */
export type GoalVerdict = { readonly conclusion: GoalConclusion | null; readonly words: string };

/** The check of a plan against the goals before the next plan (målavstämning, J-13, PLN-34): who did it, when, and what follows. */
export type GoalCheck = {
  readonly id: Id<'goalCheck'>;
  readonly version: number;
  readonly plan: Pick<Plan, 'id' | 'year' | 'title' | 'ownerBodyId'>;
  /** The plan that is written with the check at hand. */
  readonly nextPlan: Pick<Plan, 'id' | 'year' | 'title'> | null;
  readonly state: GoalCheckState;
  readonly checkedOn: CivilDate;
  readonly words: string;
  readonly signed: { readonly on: CivilDate; readonly by: string } | null;
  readonly frozen: { readonly tree: DocumentTree; readonly hash: string } | null;
  readonly verdicts: ReadonlyMap<string, GoalVerdict>;
};

/**
 * Lays a plan beside the goals. A goal stands still when each of its assignments is paused, or was given and nobody has written about it; an
 * assignment that was never given yet counts as none.
 */
export function goalCheckFigures(
  trees: readonly GoalTree[],
  assignments: readonly CheckedAssignment[],
  links: readonly { readonly assignmentId: string; readonly goalId: string }[],
  points: readonly Pick<InputPointOfPlan, 'point'>[],
): GoalCheckFigures {
  const given = assignments.filter(({ state }) => state !== 'proposed');
  const goalsOf = Map.groupBy(links, ({ goalId }) => goalId);
  const linked = new Set(links.map(({ assignmentId }) => assignmentId));
  const checked = ({ id, heading }: { readonly id: Id<'goal'>; readonly heading: string }): CheckedGoal => {
    const ids = new Set(goalsOf.get(id)?.map(({ assignmentId }) => assignmentId));
    const own = given.filter((one) => ids.has(one.id));
    return {
      id,
      heading,
      assignments: own,
      points: points.filter(({ point }) => point.goal?.id === id).map(({ point }) => point),
      gap: own.length === 0 ? 'noAssignment' : own.every(standsStill) ? 'standsStill' : null,
    };
  };
  return {
    documents: trees.map(({ id, title, perspectives }) => ({
      id,
      title,
      perspectives: perspectives.map(({ name, goals }) => ({ name, goals: goals.map(checked) })),
    })),
    withoutGoal: given.filter(({ id }) => !linked.has(id)),
  };
}

function standsStill({ state, status }: CheckedAssignment): boolean {
  return state === 'paused' || status === 'paused' || (state === 'given' && status === null);
}

/** All goals of the figures in their order. */
export function goalsIn({ documents }: GoalCheckFigures): readonly CheckedGoal[] {
  return documents.flatMap(({ perspectives }) => perspectives.flatMap(({ goals }) => goals));
}
