import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import { type AnswerQuestion, answerQuestion } from '../../forms/index.ts';
import { type MayWorkOnReport, reportFor, takeSectionOf } from './take-section.ts';

export type AnswerInReport = Omit<AnswerQuestion, 'responseId'> & { readonly reportId: Id<'nationalReport'> };

/**
 * Keeps the answer to one question of a return, by somebody whom its section was given to or who keeps the return. A section that is marked
 * ready is opened again first. Answers the new version of the answer.
 */
export async function answerInReport(w: MayWorkOnReport, { reportId, ...input }: AnswerInReport): Promise<number> {
  const report = await reportFor(w, reportId, 'answer');
  const section = await takeSectionOf(w, report, input.question);
  if (section.state === 'ready') throw new AppError('returns.sectionReady');
  return answerQuestion(w, { ...input, responseId: report.form_response_id });
}
