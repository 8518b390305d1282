import type { Reader } from '../../storage/database.ts';
import { listAssignmentsOfYears, listPredecessorPairs } from '../assignments/index.ts';
import { type ThreadLine, tieLines } from './thread-lines.ts';

/** The largest number of assignments of one year that an overview looks at: a region gives some two hundred a year. */
const mostAYear = 200;

/** The threads of some years, tied by their predecessors: a fixed number of queries, whatever the number of years and threads. */
export async function readThreadLines(r: Reader, years: readonly number[]): Promise<readonly ThreadLine[]> {
  const assignments = await listAssignmentsOfYears(r, years, mostAYear);
  const pairs = await listPredecessorPairs(
    r,
    assignments.map(({ id }) => id),
  );
  return tieLines(assignments, pairs);
}
