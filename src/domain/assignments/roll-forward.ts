import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { getPlan, type Plan } from '../plans/index.ts';
import type { Assignment } from './assignment.ts';
import { getAssignment, listAssignmentsOfYears } from './assignment-reader.ts';
import type { AssignmentState } from './assignment-transitions.ts';
import { listGoalsOfAssignments, listPredecessorPairs } from './link-reader.ts';
import { proposeAssignment } from './propose-assignment.ts';

const unfinishedStates: readonly AssignmentState[] = ['given', 'started', 'paused'];
const mostAYear = 1_000;

type PlanOfYear = Pick<Plan, 'id' | 'year' | 'ownerBodyId'>;

/** The assignments of a plan: those that name it, and those of its year that its owner gave without naming a plan. */
export async function assignmentsOfPlan(r: Reader, plan: PlanOfYear): Promise<readonly Assignment[]> {
  return (await assignmentsOfPlans(r, [plan])).get(plan.id) ?? [];
}

/** The same for many plans at once, by plan. */
export async function assignmentsOfPlans(
  r: Reader,
  plans: readonly PlanOfYear[],
): Promise<ReadonlyMap<string, readonly Assignment[]>> {
  const all = await listAssignmentsOfYears(r, [...new Set(plans.map(({ year }) => year))], mostAYear);
  return new Map(
    plans.map((plan) => [
      plan.id,
      all.filter(
        ({ year, planId, givenByBodyId }) =>
          planId === plan.id || (planId === null && year === plan.year && givenByBodyId === plan.ownerBodyId),
      ),
    ]),
  );
}

/** An assignment of the year before that has not ended, with the one of the plan that continues it, if there is one. */
export type Unfinished = { readonly assignment: Assignment; readonly successor: Assignment | null };

/** What the owner of a plan gave the year before and nobody has ended: what the plan may carry on. */
export async function unfinishedBefore(
  r: Reader,
  plan: Pick<Plan, 'id' | 'year' | 'ownerBodyId'>,
): Promise<readonly Unfinished[]> {
  const years = await listAssignmentsOfYears(r, [plan.year - 1, plan.year], mostAYear);
  const later = years.filter(({ year }) => year === plan.year);
  const pairs = await listPredecessorPairs(
    r,
    later.map(({ id }) => id),
  );
  const successorOf = new Map(pairs.map(([laterId, earlierId]) => [earlierId, laterId]));
  return years
    .filter(({ year, givenByBodyId }) => year < plan.year && givenByBodyId === plan.ownerBodyId)
    .filter(({ state }) => unfinishedStates.includes(state))
    .map((assignment) => ({
      assignment,
      successor: later.find(({ id }) => id === successorOf.get(assignment.id)) ?? null,
    }));
}

export type RollForward = { readonly planId: Id<'plan'>; readonly assignmentId: Id<'assignment'> };

/**
 * Proposes that a plan continues an unfinished assignment of an earlier year: the same words, bodies and goals, and the earlier one as predecessor. A
 * due day that lies before the plan's year is not taken along: a person says a new one.
 */
export async function rollForward(w: Writer<'assignment.give'>, input: RollForward): Promise<Id<'assignment'>> {
  const plan = await getPlan(w, input.planId);
  const before = await getAssignment(w, input.assignmentId);
  const { ref } = before;
  const later = await assignmentsOfPlan(w, plan);
  const pairs = await listPredecessorPairs(
    w,
    later.map(({ id }) => id),
  );
  refuseProblems([
    ...(before.givenByBodyId === plan.ownerBodyId && before.year < plan.year
      ? []
      : [{ path: 'assignmentId', key: 'input.otherPlan', values: { ref } }]),
    ...(unfinishedStates.includes(before.state)
      ? []
      : [{ path: 'assignmentId', key: 'input.notUnfinished', values: { ref } }]),
    ...(pairs.some(([, earlier]) => earlier === before.id)
      ? [{ path: 'assignmentId', key: 'input.hasSuccessor', values: { ref } }]
      : []),
  ]);
  const text = before.text ?? before.title;
  if (!text) throw new AppError('record.notFound');
  const goals = await listGoalsOfAssignments(w, [before.id]);
  return await proposeAssignment(w, {
    planId: plan.id,
    text,
    title: before.title,
    heading: before.heading,
    reportToBodyId: before.reportToBodyId,
    dueOn: before.dueOn && before.dueOn >= `${plan.year}-01-01` ? before.dueOn : null,
    parties: before.parties.map(({ bodyId, role }) => ({ bodyId, role })),
    goalIds: goals.map(({ goalId }) => goalId),
    predecessorId: before.id,
  });
}
