import { questionsOf } from '../../../../domain/forms/index.ts';
import { type AnsweredReport, aidsFor } from '../../../../domain/returns/index.ts';
import type { Reader, RequestContext } from '../../../contracts.ts';
import type { Content } from '../../../html.ts';
import { besideAnswer } from '../aids/beside-answer.ts';
import { readApprovalActions } from '../approval/approval-actions.ts';

/** What stands around a question while it is answered, from the register and from last year. */
export type BesideAnswer = {
  /** Between the question and its fields. */
  readonly aids?: Content;
  /** On the page of one question, where there is room for more. */
  readonly more?: Content;
};

/** Reads, in the same moment as the answers, what stands beside each question; drawn when the page is. */
export async function readBesideAnswers(
  r: Reader,
  report: AnsweredReport,
): Promise<(ctx: RequestContext, question: string) => BesideAnswer> {
  const aids = await aidsFor(r, report);
  const questions = new Map(questionsOf(report.response.formVersion.structure).map((one) => [one.code, one]));
  return (ctx, code) => {
    const question = questions.get(code);
    const aid = question && besideAnswer(ctx, report, question, aids.get(code));
    return aid ? { aids: aid, more: aid } : {};
  };
}

/** What can be done with the whole return after the review: approval, documents, sending in. */
export const readReportActions = readApprovalActions;
