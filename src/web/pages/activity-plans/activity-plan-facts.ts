import { type Actor, may } from '../../../domain/access/index.ts';
import { type Assignment, listAssignmentsById } from '../../../domain/assignments/index.ts';
import { type SourcePlace, sourcePlacesOf } from '../../../domain/matters/index.ts';
import { type PlanLinks, planLinksOf } from '../../../domain/meetings/index.ts';
import {
  type ActivityPlan,
  type ActivityPlanState,
  type ActivityPlanVersion,
  earlierPlanOf,
  getActivityPlan,
  listActivityPlanVersions,
  planContentOf,
  standingOf,
} from '../../../domain/plans/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Reader } from '../../contracts.ts';
import { type ConnectionsOf, readConnections } from '../connections/connected-facts.ts';

/** All that the page of a plan shows. */
export type ActivityPlanFacts = {
  readonly plan: ActivityPlan;
  readonly connections: ConnectionsOf;
  readonly places: readonly SourcePlace[];
  readonly links: PlanLinks;
  readonly assignments: ReadonlyMap<string, Assignment>;
  readonly versions: readonly ActivityPlanVersion[];
  readonly standing: ActivityPlanState;
  /** The body's plan of the year before, whose leavings can be brought here. */
  readonly earlierId: Id<'activityPlan'> | undefined;
  readonly today: string;
};

/** Reads a plan with its links; the number of queries does not grow with the plan. */
export async function readActivityPlan(r: Reader, id: string, today: string): Promise<ActivityPlanFacts> {
  const plan = await getActivityPlan(r, id);
  const ids = [plan.id, ...[...plan.activities, ...plan.focusAreas, ...plan.points].map((one) => one.id)];
  const links = await planLinksOf(r, plan);
  const linked = await listAssignmentsById(r, [...links.assignments.values()].flat());
  const versions = await listActivityPlanVersions(r, id);
  return {
    plan,
    connections: await readConnections(r, ids),
    places: await sourcePlacesOf(r, ids),
    links,
    assignments: new Map(linked.map((one) => [one.id as string, one])),
    versions,
    standing: standingOf(planContentOf(plan), versions[0]?.content ?? null),
    earlierId: await earlierPlanOf(r, plan),
    today,
  };
}

export function mayEditPlan(actor: Actor | undefined, plan: ActivityPlan): boolean {
  return actor !== undefined && may(actor, 'plan.edit', plan.body.id);
}

/** A plan that the reader may change. Throws `access.denied` before any form is shown for another. */
export function requireOwnPlan(actor: Actor | undefined, plan: ActivityPlan): void {
  if (!mayEditPlan(actor, plan)) throw new AppError('access.denied');
}
