import { AppError } from '../../../kernel/errors.ts';
import { answerQuestion } from '../../forms/index.ts';
import type { MayWorkOnReport } from '../answering/take-section.ts';
import { sourceKeyText } from './draft-source.ts';
import { draftSource } from './draft-source-of.ts';
import { lockQuestion, type QuestionKey } from './lock-question.ts';
import { draftAnswerTo, type TakeOver, withDraft } from './prefill-draft.ts';
import { reportBindings } from './report-basis-reader.ts';
import { readSourceFacts } from './source-facts-reader.ts';

export type TakeDraft = QuestionKey & TakeOver & { readonly expectedVersion: number };

/**
 * Takes what the register has for an answer over into it: the suggested value, some passages, or both. The draft is made anew in the transaction, so
 * that what is taken is what the register says now; each passage is remembered as it was taken. Answers the new version of the answer.
 */
export async function takeDraft(w: MayWorkOnReport, input: TakeDraft): Promise<number> {
  const { report, question } = await lockQuestion(w, input);
  const bound = (await reportBindings(w, report.id)).filter(
    (one) => one.question === question.code && one.state === 'kept',
  );
  const facts = await readSourceFacts(w, bound, report.year);
  const { structure } = report.response.formVersion;
  const scene = { facts, year: report.year, structure, answers: report.response.answers };
  const draft = draftAnswerTo(
    question,
    bound.flatMap(({ kind, ref }) => draftSource(scene, { kind, ref }, question) ?? []),
  );
  const wanted = new Set(input.passages.map(sourceKeyText));
  const passages =
    draft && draft.into !== 'nowhere' ? draft.passages.filter((one) => wanted.has(sourceKeyText(one))) : [];
  if (!draft || (passages.length === 0 && !(input.value && draft.suggested)))
    throw new AppError('returns.nothingToTake');
  const before = report.response.answers[question.code];
  const version = await answerQuestion(w, {
    responseId: report.responseId,
    question: question.code,
    answer: withDraft(question, before, draft, { value: input.value, passages }),
    origin: 'drafted',
    expectedVersion: input.expectedVersion,
  });
  for (const { kind, ref, text } of passages) {
    const row = { passage: text, seen_passage: null, reason: null };
    const by = { taken_by: w.auth.actorName, taken_at: w.runtime.now() };
    const of = { report_id: report.id, question_code: question.code, kind, source_ref: ref };
    await w.db
      .insertInto('national_report_passage')
      .values({ tenant_id: w.tenantId, id: w.runtime.newId(), ...of, ...row, ...by })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'report_id', 'question_code', 'kind', 'source_ref'])
          .doUpdateSet({ ...row, ...by }),
      )
      .execute();
  }
  return version;
}
