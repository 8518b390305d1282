import { type AssessmentStatus, assessmentsOfAssignments, listPeriods } from '../../../domain/assessments/index.ts';
import {
  type Assignment,
  type AssignmentPage,
  listAssignments,
  listAssignmentYears,
} from '../../../domain/assignments/index.ts';
import { type Goal, listGoals } from '../../../domain/goals/index.ts';
import { type ItemOccasion, itemsForAssignments } from '../../../domain/meetings/index.ts';
import { type Body, listBodies } from '../../../domain/organisation/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Reader } from '../../contracts.ts';
import { type AssignmentSelection, assignmentQueryOf } from './assignment-query.ts';

/** A row of the list: the assignment, what was last said about it, and the meeting that last dealt with it. */
export type ListedAssignment = {
  readonly assignment: Assignment;
  readonly status: AssessmentStatus | undefined;
  readonly lastMet: ItemOccasion | undefined;
};

/** What the page of the list shows. */
export type AssignmentListFacts = {
  readonly rows: readonly ListedAssignment[];
  readonly found: Omit<AssignmentPage, 'rows'>;
  readonly years: readonly number[];
  readonly bodies: readonly Body[];
  readonly goals: readonly Goal[];
  /** The name of the period as of which the list is narrowed. */
  readonly periodName: string | undefined;
};

/** One page of the list with what its filters can choose from: a fixed number of queries, whatever the number of rows. */
export async function readAssignmentList(
  r: Reader,
  selection: AssignmentSelection,
  today: CivilDate,
): Promise<AssignmentListFacts> {
  const { rows, ...found } = await listAssignments(r, await assignmentQueryOf(r, selection, today));
  return {
    rows: await withLatest(r, rows, today),
    found,
    years: await listAssignmentYears(r),
    bodies: await listBodies(r),
    goals: await listGoals(r),
    periodName: selection.period && (await listPeriods(r)).find(({ id }) => id === selection.period)?.name,
  };
}

/** Adds to assignments what was last said about them and where they were last dealt with. A meeting to come has dealt with nothing yet. */
export async function withLatest(
  r: Reader,
  assignments: readonly Assignment[],
  today: CivilDate,
): Promise<readonly ListedAssignment[]> {
  const ids = assignments.map(({ id }) => id);
  const assessments = await assessmentsOfAssignments(r, ids);
  const occasions = await itemsForAssignments(r, ids);
  const status = new Map(assessments.map((one) => [one.assignmentId as string, one.status]));
  const lastMet = new Map(
    occasions.filter((one) => one.heldOn <= today).map((one) => [one.assignmentId as string, one]),
  );
  return assignments.map((assignment) => ({
    assignment,
    status: status.get(assignment.id),
    lastMet: lastMet.get(assignment.id),
  }));
}
