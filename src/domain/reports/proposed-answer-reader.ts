import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Reader } from '../../storage/database.ts';
import { gatherFacts, reportedAssignments } from './answer-facts-reader.ts';
import type { AnswerType } from './answer-types.ts';
import { draftAnswer, textOf } from './draft-answer.ts';
import type { Report, ReportEntry } from './report.ts';

/** What the register would propose as the answer of an entry, seen from a day; null when the assignment is no longer the body's to answer. */
export async function proposedAnswer(
  r: Reader,
  report: Pick<Report, 'body' | 'year'>,
  entry: Pick<ReportEntry, 'assignment'>,
  on: CivilDate,
): Promise<{ readonly text: string; readonly answerType: AnswerType } | null> {
  const assignments = await reportedAssignments(r, report.body.id, report.year);
  const assignment = assignments.find(({ id }) => id === entry.assignment.id);
  const found = assignment && (await gatherFacts(r, report.body, report.year, on, [assignment])).get(assignment.id);
  if (!found) return null;
  const draft = draftAnswer(found.facts);
  return { text: textOf(draft), answerType: draft.answerType };
}
