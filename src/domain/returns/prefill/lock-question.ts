import { AppError } from '../../../kernel/errors.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Question, questionsOf } from '../../forms/index.ts';
import { type MayWorkOnReport, reportFor, takeSectionOf } from '../answering/take-section.ts';
import type { AnsweredReport } from '../national-report.ts';
import { getNationalReport } from '../national-report-reader.ts';

/** Names a question of a return. */
export type QuestionKey = { readonly reportId: Id<'nationalReport'>; readonly question: string };

/**
 * A question of a return that can be answered now, by somebody whom its section was given to; its section is locked with what the answer rests on.
 * What changes no answer (`keepsAnswer`) can be done in a section that is ready too: the remarks are gone through when all sections are.
 */
export async function lockQuestion(
  w: MayWorkOnReport,
  { reportId, question: code }: QuestionKey,
  { keepsAnswer = false }: { readonly keepsAnswer?: boolean } = {},
): Promise<{ readonly report: AnsweredReport; readonly question: Question }> {
  const row = await reportFor(w, reportId, 'answer');
  const section = await takeSectionOf(w, row, code);
  if (section.state === 'ready' && !keepsAnswer) throw new AppError('returns.sectionReady');
  const report = await getNationalReport(w, reportId);
  const question = questionsOf(report.response.formVersion.structure).find((one) => one.code === code);
  if (!question) throw new AppError('form.questionUnknown');
  return { report, question };
}
