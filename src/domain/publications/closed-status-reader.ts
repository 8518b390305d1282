import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type AssessmentStatus, assessmentStatuses, latestAssessments } from '../assessments/index.ts';
import type { TellingStatus } from '../assignments/index.ts';

/** The latest status of an assignment at the end of a closed period: what is said in an open one is still being written. */
export async function closedStatusOf(r: Reader, assignmentId: Id<'assignment'>): Promise<TellingStatus | null> {
  const rows = await latestAssessments(r, { eachPeriod: true })
    .where('assessment.assignment_id', '=', assignmentId)
    .where('period.state', '=', 'closed')
    .select(['assessment.status', 'period.ends_on'])
    .execute();
  const last = rows.toSorted((a, b) => a.ends_on.localeCompare(b.ends_on)).at(-1);
  if (!last) return null;
  const code = last.status as AssessmentStatus;
  return { code, label: assessmentStatuses[code].label, asOf: last.ends_on };
}
