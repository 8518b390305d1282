import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { getGoal } from '../goals/index.ts';
import { type GoalLinkKind, goalLinkKinds } from './assignment.ts';
import { requireInvolved, takeAssignment } from './assignment-writer.ts';

export type LinkAssignmentToGoal = {
  readonly assignmentId: Id<'assignment'>;
  readonly goalId: Id<'goal'>;
  readonly kind: GoalLinkKind;
};

/** Links an assignment with a goal: the first joint of the red thread (GOA-24). */
export async function linkAssignmentToGoal(
  w: Writer<'assignment.edit' | 'assignment.give' | 'intake.confirm'>,
  input: LinkAssignmentToGoal,
): Promise<void> {
  const assignment = await takeAssignment(w, input);
  requireInvolved(w.auth, assignment);
  const goal = await getGoal(w, input.goalId);
  if (!Object.hasOwn(goalLinkKinds, input.kind))
    throw new AppError('record.invalid', {}, [{ path: 'kind', key: 'validation.choose' }]);
  const row = { assignment_id: assignment.id, goal_id: goal.id, kind: input.kind };
  const { numInsertedOrUpdatedRows } = await w.db
    .insertInto('assignment_goal')
    .values({ tenant_id: w.tenantId, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n)
    throw new AppError('record.invalid', {}, [{ path: 'goalId', key: 'assignment.goalLinked' }]);
  await w.log({ noun: 'assignment', recordId: assignment.id, summary: `${input.kind} ”${goal.heading}”`, after: row });
}

/** Takes the link between an assignment and a goal away. */
export async function unlinkAssignmentFromGoal(
  w: Writer<'assignment.edit' | 'intake.confirm'>,
  input: LinkAssignmentToGoal,
): Promise<void> {
  const assignment = await takeAssignment(w, input);
  requireInvolved(w.auth, assignment);
  const { numDeletedRows } = await w.db
    .deleteFrom('assignment_goal')
    .where('tenant_id', '=', w.tenantId)
    .where('assignment_id', '=', input.assignmentId)
    .where('goal_id', '=', input.goalId)
    .where('kind', '=', input.kind)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new AppError('record.notFound');
  await w.log({ noun: 'assignment', recordId: assignment.id, summary: `no longer ${input.kind}`, before: input });
}
