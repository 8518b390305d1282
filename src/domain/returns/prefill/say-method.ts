import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import { answerQuestion, emptyValue } from '../../forms/index.ts';
import { sentence } from '../../reports/index.ts';
import type { MayWorkOnReport } from '../answering/take-section.ts';
import { lockQuestion, type QuestionKey } from './lock-question.ts';
import { joined } from './prefill-draft.ts';

export type SayMethod = QuestionKey & {
  /** The year that is compared with. */
  readonly since: number;
  readonly unchanged: boolean;
  /** What was changed; wanted when the figure was counted otherwise. */
  readonly note: string;
  /** Whether it is to be told in the comment to the answer. */
  readonly tell: boolean;
  /** The version of the answer that was seen. */
  readonly expectedVersion: number;
};

/** "Talet är framtaget på samma sätt som 2023." */
export function methodSentence({ since, unchanged, note }: Pick<SayMethod, 'since' | 'unchanged' | 'note'>): string {
  const first = unchanged
    ? `Uppgiften är framtagen på samma sätt som ${since}.`
    : `Uppgiften är framtagen på ett annat sätt än ${since}.`;
  return note.trim() === '' ? first : `${first} ${sentence(note)}`;
}

/** Says whether a figure was counted as last year, and tells it in the comment when that is asked for. */
export async function sayMethod(w: MayWorkOnReport, input: SayMethod): Promise<void> {
  const { report, question } = await lockQuestion(w, input);
  const note = input.note.trim();
  refuseProblems([
    ...(!input.unchanged && note === '' ? [{ path: 'note', key: 'validation.required' }] : []),
    ...(input.tell && question.commentLabel === null ? [{ path: 'tell', key: 'returns.noComment' }] : []),
  ]);
  const row = {
    unchanged: input.unchanged,
    note: note || null,
    said_by: w.auth.actorName,
    said_at: w.runtime.now(),
  };
  await w.db
    .insertInto('national_report_method')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      report_id: report.id,
      question_code: question.code,
      ...row,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'report_id', 'question_code']).doUpdateSet(row))
    .execute();
  await w.log({
    noun: 'nationalReport',
    recordId: report.id,
    summary: `method of ${question.code}`,
    after: { unchanged: input.unchanged, note: row.note },
  });
  if (!input.tell) return;
  const before = report.response.answers[question.code];
  await answerQuestion(w, {
    responseId: report.responseId,
    question: question.code,
    answer: {
      value: before?.value ?? emptyValue(question.answer),
      comment: joined(before?.comment ?? '', [methodSentence(input)]),
    },
    origin: before?.origin ?? 'written',
    expectedVersion: input.expectedVersion,
  });
}
