import type { ProposedQuestion } from '../../../forms/index.ts';
import type { ProposedRecord } from '../recognisers.ts';

/** The questions of a form among the records. */
export function questionsIn(records: readonly ProposedRecord[]): readonly ProposedQuestion[] {
  return records.filter((record) => record.type === 'question');
}

/** Everything that is written in answer to a question: the answer, the comment, and what stands about single rows or options. */
export function writtenIn(question: ProposedQuestion): readonly string[] {
  const rows = (question.rows ?? []).flatMap((row) => (row.comment ? [row.comment] : []));
  const specified = (question.ticks ?? []).flatMap((tick) => (tick.specification ? [tick.specification] : []));
  const answer = question.kind === 'text' && question.answer ? [question.answer] : [];
  return [...answer, ...(question.comment ? [question.comment] : []), ...rows, ...specified];
}
