import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type Assignment, dueChangesOf, listAssignmentsById } from '../assignments/index.ts';
import { assessmentsOfAssignments } from './assessment-reader.ts';
import { type Slippage, slippageOf, worstFirst } from './slippage.ts';

/** An assignment with how far it slips. */
export type SlippingAssignment = { readonly assignment: Assignment; readonly slippage: Slippage };

/**
 * The assignments of a year that somebody has made a forecast of, the worst first: whose forecast lies furthest after the due date. Those without
 * a due date come last, because nobody can say whether they slip. Four queries however many they are.
 */
export async function slippageOfYear(r: Reader, year: number): Promise<readonly SlippingAssignment[]> {
  const rows = await r.db
    .selectFrom('assignment')
    .select('assignment.id')
    .where('assignment.tenant_id', '=', r.tenantId)
    .where('assignment.year', '=', year)
    .where('assignment.state', 'not in', ['proposed', 'discontinued'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('assessment')
          .select('assessment.id')
          .where('assessment.tenant_id', '=', r.tenantId)
          .whereRef('assessment.assignment_id', '=', 'assignment.id')
          .where('assessment.forecast_on', 'is not', null),
      ),
    )
    .execute();
  return await slippageOfAssignments(
    r,
    rows.map((row) => row.id),
  );
}

/** The same for some assignments. */
export async function slippageOfAssignments(
  r: Reader,
  ids: readonly Id<'assignment'>[],
): Promise<readonly SlippingAssignment[]> {
  const assignments = await listAssignmentsById(r, ids);
  const said = Map.groupBy(await assessmentsOfAssignments(r, ids), (one) => one.assignmentId as string);
  const moved = Map.groupBy(await dueChangesOf(r, ids), (one) => one.assignmentId as string);
  return assignments
    .map((assignment) => ({
      assignment,
      slippage: slippageOf(assignment, said.get(assignment.id) ?? [], moved.get(assignment.id) ?? []),
    }))
    .filter(({ slippage }) => slippage.forecasts.length > 0)
    .toSorted((a, b) => worstFirst(a.slippage, b.slippage) || a.assignment.position - b.assignment.position);
}
