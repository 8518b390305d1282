import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { listAssignmentsById } from '../assignments/index.ts';
import type { Assessment } from './assessment.ts';
import { assessmentsOfAssignments } from './assessment-reader.ts';
import { mainAssessmentOf } from './main-assessment-of.ts';

/**
 * The text that the reports of a year quote of each assignment: what was said for the whole at the year's interim report, as the seeds do; of the
 * annual one when there is no other. As many queries for many assignments as for one.
 */
export async function quotableAssessments(
  r: Reader,
  assignmentIds: readonly Id<'assignment'>[],
  year: number,
): Promise<ReadonlyMap<Id<'assignment'>, Assessment>> {
  const said = (await assessmentsOfAssignments(r, assignmentIds)).filter(({ period }) => period.year === year);
  const ids = [...new Set(said.map(({ assignmentId }) => assignmentId))];
  const found = (await listAssignmentsById(r, ids)).flatMap((assignment): [Id<'assignment'>, Assessment][] => {
    const own = said.filter(({ assignmentId }) => assignmentId === assignment.id);
    const interim = own.filter(({ period }) => period.kind === 'interim');
    const main = mainAssessmentOf(assignment, interim) ?? mainAssessmentOf(assignment, own);
    return main ? [[assignment.id, main]] : [];
  });
  return new Map(found);
}
