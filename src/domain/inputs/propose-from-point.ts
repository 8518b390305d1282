import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { type ProposeAssignment, proposeAssignment } from '../assignments/index.ts';

/**
 * Proposes an assignment for a plan because of a point of input: the two are tied, and the point shows it as proposed until the receiver says what
 * became of it. A point may lead to several assignments.
 */
export async function proposeFromPoint(
  w: Writer<'assignment.give'>,
  { pointId, ...input }: ProposeAssignment & { readonly pointId: Id<'budgetInputPoint'> },
): Promise<Id<'assignment'>> {
  const point = await w.db
    .selectFrom('budget_input_point')
    .select(['budget_input_id', 'number'])
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', pointId)
    .executeTakeFirst();
  if (!point) throw new AppError('record.notFound');
  const assignmentId = await proposeAssignment(w, input);
  await w.db
    .insertInto('input_point_assignment')
    .values({ tenant_id: w.tenantId, point_id: pointId, assignment_id: assignmentId })
    .execute();
  await w.log({
    noun: 'budgetInput',
    recordId: point.budget_input_id,
    summary: `point ${point.number} proposed as an assignment`,
    after: { pointId, assignmentId },
  });
  return assignmentId;
}
