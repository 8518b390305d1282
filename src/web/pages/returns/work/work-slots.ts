import type { AnsweredReport } from '../../../../domain/returns/index.ts';
import type { Reader, RequestContext } from '../../../contracts.ts';
import type { Content } from '../../../html.ts';

/** What stands around a question while it is answered, from the register and from last year. */
export type BesideAnswer = {
  /** Between the question and its fields. */
  readonly aids?: Content;
  /** On the page of one question, where there is room for more. */
  readonly more?: Content;
};

/** Reads, in the same moment as the answers, what stands beside each question; drawn when the page is. */
export async function readBesideAnswers(
  _r: Reader,
  _report: AnsweredReport,
): Promise<(ctx: RequestContext, question: string) => BesideAnswer> {
  return () => ({});
}

/** What can be done with the whole return after the review: approval, documents, sending in. */
export async function readReportActions(
  _r: Reader,
  _report: AnsweredReport,
): Promise<(ctx: RequestContext) => Content> {
  return () => null;
}
