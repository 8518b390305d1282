import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { BudgetInput, BudgetInputPoint } from './budget-input.ts';
import { listBudgetInputs } from './budget-input-reader.ts';
import type { InputState } from './input-transitions.ts';
import type { PointOutcome } from './point-outcomes.ts';

/** A point of input to a plan with what the plan made of it: taken up, taken up in other words, left, or not answered. */
export type InputPointOfPlan = {
  readonly point: BudgetInputPoint;
  readonly input: Omit<BudgetInput, 'points' | 'frozen'>;
  readonly outcome: PointOutcome | 'open';
};

export type InputPointsFilter = {
  readonly planYear: number;
  /** The body that gave the input. */
  readonly bodyId?: Id<'body'>;
  /** The body that received it: the owner of the plan. Input that names no receiver was given to whoever owns the plan. */
  readonly toBodyId?: Id<'body'>;
  /** Only what has come to the receiver: what a body still writes on is its own. */
  readonly received?: boolean;
};

/** The points of all input to the plan of a year, by who gave them and in their numbers. */
export async function inputPointsFor(r: Reader, filter: InputPointsFilter): Promise<readonly InputPointOfPlan[]> {
  const { planYear, bodyId, toBodyId, received } = filter;
  const inputs = await listBudgetInputs(r, { forYear: planYear, ...(bodyId && { bodyId }) });
  return inputs
    .filter(({ to }) => toBodyId === undefined || to === null || to.id === toBodyId)
    .filter(({ state }) => !received || hasCome(state))
    .flatMap(({ points, frozen: _, ...input }) =>
      points.map((point) => ({ point, input, outcome: point.outcome?.outcome ?? 'open' })),
    );
}

/** Whether an input in this state is with its receiver: sent, answered, or read in from a paper. */
export function hasCome(state: InputState): boolean {
  return state === 'sent' || state === 'answered' || state === 'onRecord';
}

/** How many points have each outcome. */
export function countOutcomes(
  points: readonly Pick<InputPointOfPlan, 'outcome'>[],
): Readonly<Record<PointOutcome | 'open', number>> {
  const counts = { takenUp: 0, changed: 0, left: 0, open: 0 };
  for (const { outcome } of points) counts[outcome] += 1;
  return counts;
}
