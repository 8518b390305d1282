import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { getPlan } from '../plans/index.ts';
import type { PartyRole } from './assignment.ts';
import { giveAssignment } from './give-assignment.ts';
import { linkAssignmentToGoal } from './link-assignment-to-goal.ts';
import { linkAssignments } from './link-assignments.ts';

export type ProposeAssignment = {
  readonly planId: Id<'plan'>;
  readonly text: string;
  readonly title?: string;
  readonly heading?: string | null;
  readonly objectiveId?: Id<'planObjective'> | null;
  readonly reportToBodyId?: Id<'body'> | null;
  readonly dueOn?: CivilDate | null;
  readonly parties?: readonly { readonly bodyId: Id<'body'>; readonly role: PartyRole }[];
  /** The goals it would lead to. */
  readonly goalIds?: readonly Id<'goal'>[];
  /** The assignment of an earlier year that it would continue. */
  readonly predecessorId?: Id<'assignment'> | null;
};

/**
 * Proposes an assignment for a plan: it stands in the register without a number until its owner decides it (`giveProposed`), so that everybody
 * sees what the plan is about to say and from where it came.
 */
export async function proposeAssignment(
  w: Writer<'assignment.give'>,
  input: ProposeAssignment,
): Promise<Id<'assignment'>> {
  const { goalIds = [], predecessorId, text, ...fields } = input;
  const { year } = await getPlan(w, input.planId);
  const id = await giveAssignment(w, { ...fields, text, year, number: null, state: 'proposed' });
  for (const goalId of new Set(goalIds)) await linkAssignmentToGoal(w, { assignmentId: id, goalId, kind: 'direct' });
  if (predecessorId) await linkAssignments(w, { fromId: id, toId: predecessorId, kind: 'predecessor' });
  return id;
}
