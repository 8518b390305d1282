import type { Reader } from '../../storage/database.ts';
import { listAssignments, listPredecessorPairs } from '../assignments/index.ts';
import { type ThreadLine, tieLines } from './thread-lines.ts';

/** The largest number of assignments of one year that an overview looks at: a region gives some two hundred a year. */
const mostAYear = 200;

/** The threads of some years, tied by their predecessors: a fixed number of queries a year, whatever the number of threads. */
export async function readThreadLines(r: Reader, years: readonly number[]): Promise<readonly ThreadLine[]> {
  const pages = [];
  for (const year of years) pages.push(await listAssignments(r, { year, pageSize: mostAYear }));
  const assignments = pages.flatMap(({ rows }) => rows);
  const pairs = await listPredecessorPairs(
    r,
    assignments.map(({ id }) => id),
  );
  return tieLines(assignments, pairs);
}
