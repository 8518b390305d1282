import type { Reader } from '../../../storage/database.ts';
import {
  type Assignment,
  findAssignmentByRef,
  findAssignmentByText,
  listAssignments,
} from '../../assignments/index.ts';
import type { OpenQuestion, Proposal } from '../proposal.ts';
import { resemblances } from '../resemblance.ts';
import { fieldsOf } from './confirmer.ts';

/** A text that is this near to one assignment of the year, and so much nearer than to the next, means that assignment. */
const nearEnough = 0.6;
const clearLead = 0.2;

/** The assignment that an answer is about, or what a person must settle to know it. */
export async function assignmentOfEntry(
  r: Reader,
  proposal: Proposal,
): Promise<{ readonly assignment?: Assignment; readonly question?: OpenQuestion }> {
  const { year, number, assignmentText } = fieldsOf<'reportEntry'>(proposal);
  if (number) {
    const assignment = await findAssignmentByRef(r, { year, number });
    return assignment
      ? { assignment }
      : { question: { code: 'unknownAssignment', values: { ref: `${year}:${number}` } } };
  }
  if (!assignmentText) return { question: { code: 'missingField', values: { field: 'number' } } };
  const exact = await findAssignmentByText(r, year, assignmentText);
  if (exact) return { assignment: exact };
  const candidates: Assignment[] = [];
  for (let page = 1; page <= 5; page += 1) {
    const { rows, more } = await listAssignments(r, { year, page, pageSize: 200 });
    candidates.push(...rows);
    if (rows.length < 200 && !more) break;
  }
  const texts = candidates.flatMap(({ id, text }) => (text ? [{ id, text }] : []));
  const [best, next] = resemblances(texts, [{ id: 'entry', text: assignmentText }]);
  if (!best || best.score < nearEnough)
    return { question: { code: 'unknownAssignment', values: { ref: `${year} ”${assignmentText}”` } } };
  if (next && best.score - next.score < clearLead)
    return { question: { code: 'ambiguousAssignment', values: { year } } };
  return { assignment: candidates.find((one) => one.id === best.earlier)! };
}
