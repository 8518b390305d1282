import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AssignmentState } from '../assignments/index.ts';
import { type BudgetInputPoint, headlineOf, type PointAssignment, type PointOrigin } from './budget-input.ts';
import type { FindingKind, FindingNoun } from './finding.ts';
import type { PointOutcome } from './point-outcomes.ts';

export type PointWithInput = BudgetInputPoint & { readonly inputId: Id<'budgetInput'> };

/** The points of some inputs in their order, each with what it came from and what became of it: four queries, however many points. */
export async function pointsOf(
  r: Reader,
  inputIds: readonly Id<'budgetInput'>[],
  withOrigins: boolean,
): Promise<readonly PointWithInput[]> {
  if (inputIds.length === 0) return [];
  const rows = await pointRows(r, inputIds);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const assignments = await assignmentsOfPoints(r, ids);
  const origins = withOrigins ? await originsOfPoints(r, ids) : [];
  return rows.map((row) => ({
    inputId: row.budget_input_id,
    id: row.id,
    number: row.number,
    text: row.point,
    ...headlineOf(row.point, row.headline),
    drafted: row.drafted,
    goal: row.goal_id !== null && row.goal_heading !== null ? { id: row.goal_id, heading: row.goal_heading } : null,
    about:
      row.about_assignment_id !== null && row.about_year !== null && row.about_title !== null
        ? { id: row.about_assignment_id, year: row.about_year, number: row.about_number, title: row.about_title }
        : null,
    origins: origins
      .filter((one) => one.point_id === row.id)
      .map(
        (one): PointOrigin => ({
          noun: one.noun as FindingNoun,
          recordId: one.record_id,
          withinId: one.within_id,
          finding: one.finding as FindingKind,
          said: one.said,
        }),
      ),
    assignments: assignments.filter((one) => one.pointId === row.id).map(({ pointId: _, ...one }) => one),
    outcome:
      row.outcome !== null && row.settled_on !== null
        ? {
            outcome: row.outcome as PointOutcome,
            reason: row.reason,
            decision:
              row.decision_id !== null && row.decision_title !== null
                ? { id: row.decision_id, title: row.decision_title, on: row.decided_on }
                : null,
            on: row.settled_on,
            by: row.settled_by ?? '',
          }
        : null,
  }));
}

async function pointRows(r: Reader, inputIds: readonly string[]) {
  return await r.db
    .selectFrom('budget_input_point as point')
    .leftJoin('input_outcome as answer', (join) =>
      join.onRef('answer.point_id', '=', 'point.id').onRef('answer.tenant_id', '=', 'point.tenant_id'),
    )
    .leftJoin('decision', (join) =>
      join.onRef('decision.id', '=', 'answer.decision_id').onRef('decision.tenant_id', '=', 'answer.tenant_id'),
    )
    .leftJoin('goal', (join) =>
      join.onRef('goal.id', '=', 'point.goal_id').onRef('goal.tenant_id', '=', 'point.tenant_id'),
    )
    .leftJoin('assignment as about', (join) =>
      join.onRef('about.id', '=', 'point.about_assignment_id').onRef('about.tenant_id', '=', 'point.tenant_id'),
    )
    .selectAll('point')
    .select(['answer.outcome', 'answer.reason', 'answer.decision_id', 'answer.settled_on', 'answer.settled_by'])
    .select(['decision.title as decision_title', 'decision.decided_on', 'goal.heading as goal_heading'])
    .select(['about.year as about_year', 'about.number as about_number', 'about.title as about_title'])
    .where('point.tenant_id', '=', r.tenantId)
    .where('point.budget_input_id', 'in', inputIds)
    .orderBy('point.budget_input_id')
    .orderBy('point.number')
    .execute();
}

async function assignmentsOfPoints(
  r: Reader,
  ids: readonly string[],
): Promise<readonly (PointAssignment & { readonly pointId: string })[]> {
  const rows = await r.db
    .selectFrom('input_point_assignment as link')
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.id', '=', 'link.assignment_id').onRef('assignment.tenant_id', '=', 'link.tenant_id'),
    )
    .select(['link.point_id', 'assignment.id', 'assignment.year', 'assignment.number', 'assignment.position'])
    .select(['assignment.title', 'assignment.full_text', 'assignment.state'])
    .where('link.tenant_id', '=', r.tenantId)
    .where('link.point_id', 'in', ids)
    .orderBy('assignment.year')
    .orderBy('assignment.number')
    .orderBy('assignment.position')
    .execute();
  return rows.map(({ point_id, full_text, state, ...row }) => ({
    ...row,
    pointId: point_id,
    text: full_text,
    state: state as AssignmentState,
  }));
}

async function originsOfPoints(r: Reader, ids: readonly string[]) {
  return await r.db
    .selectFrom('input_point_origin')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('point_id', 'in', ids)
    .orderBy('finding')
    .orderBy('record_id')
    .execute();
}
