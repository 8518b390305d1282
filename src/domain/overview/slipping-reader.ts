import type { Reader } from '../../storage/database.ts';
import { assessmentsOfAssignments, type Slippage, slippageOf, worstFirst } from '../assessments/index.ts';
import {
  type Assignment,
  type AssignmentFilter,
  dueChangesOf,
  fittingAssignments,
  listAssignmentsById,
} from '../assignments/index.ts';

/** An assignment whose forecast lies after the day it is due, or was first due, with how far. */
export type Slipping = { readonly assignment: Assignment; readonly slippage: Slippage };

/**
 * The assignments of a filter that slip, the worst first. The database names those of which a forecast was ever given and that have a day to hold it
 * against; the rule (`slippageOf`) judges them. Five queries, whatever their number.
 */
export async function slippingAssignments(r: Reader, filter: AssignmentFilter): Promise<readonly Slipping[]> {
  const forecast = await fittingAssignments(r, filter)
    .select('assignment.id')
    .where('assignment.due_on', 'is not', null)
    .where('assignment.state', 'in', ['given', 'started', 'paused'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('assessment')
          .select('assessment.id')
          .where('assessment.tenant_id', '=', r.tenantId)
          .whereRef('assessment.assignment_id', '=', 'assignment.id')
          .where('assessment.forecast_on', 'is not', null),
      ),
    )
    .execute();
  const ids = forecast.map(({ id }) => id);
  const assignments = await listAssignmentsById(r, ids);
  const assessments = Map.groupBy(await assessmentsOfAssignments(r, ids), ({ assignmentId }) => assignmentId);
  const moves = Map.groupBy(await dueChangesOf(r, ids), ({ assignmentId }) => assignmentId);
  return assignments
    .map((assignment) => ({
      assignment,
      slippage: slippageOf(assignment, assessments.get(assignment.id) ?? [], moves.get(assignment.id) ?? []),
    }))
    .filter(({ slippage }) => (slippage.days ?? 0) > 0 || (slippage.daysFromFirst ?? 0) > 0)
    .toSorted((a, b) => worstFirst(a.slippage, b.slippage));
}
