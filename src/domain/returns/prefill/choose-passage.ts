import { AppError } from '../../../kernel/errors.ts';
import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import { type Answer, answerQuestion } from '../../forms/index.ts';
import { type PassageChoice, passageChoices } from '../answer-source-codes.ts';
import type { MayWorkOnReport } from '../answering/take-section.ts';
import type { SourceKey } from './draft-source.ts';
import { draftSource } from './draft-source-of.ts';
import { lockQuestion, type QuestionKey } from './lock-question.ts';
import { reportBasis } from './report-basis-reader.ts';
import { readSourceFacts } from './source-facts-reader.ts';
import { passageStandings, saidNow } from './taken-passage.ts';

export type ChoosePassage = QuestionKey & {
  readonly source: SourceKey;
  readonly choice: PassageChoice;
  /** Why it is kept; wanted only then. */
  readonly reason: string;
  readonly expectedVersion: number;
};

/** Puts what the source says now in the place of the passage, or keeps the passage knowingly, with the reason. */
export async function choosePassage(w: MayWorkOnReport, input: ChoosePassage): Promise<void> {
  const { report, question } = await lockQuestion(w, input);
  const { kind, ref } = input.source;
  const taken = (await reportBasis(w, report.id)).passages
    .get(question.code)
    ?.find((one) => one.kind === kind && one.ref === ref);
  if (!taken) throw new AppError('record.notFound');
  const facts = await readSourceFacts(w, [input.source], report.year);
  const { answers, formVersion } = report.response;
  const scene = { facts, year: report.year, structure: formVersion.structure, answers };
  const source = draftSource(scene, input.source, question);
  const [standing] = passageStandings([taken], answers[question.code], () => source);
  const now = saidNow(source);
  const reason = input.reason.trim();
  refuseProblems([
    ...(Object.hasOwn(passageChoices, input.choice) ? [] : [{ path: 'choice', key: 'validation.choose' }]),
    ...(input.choice === 'keep' && reason === '' ? [{ path: 'reason', key: 'validation.required' }] : []),
  ]);
  if (input.choice === 'refresh') {
    if (now === '' || standing?.state === 'rewritten') throw new AppError('returns.nothingToTake');
    await answerQuestion(w, {
      responseId: report.responseId,
      question: question.code,
      answer: withPassage(answers[question.code]!, taken.text, now),
      origin: 'drafted',
      expectedVersion: input.expectedVersion,
    });
  }
  const row =
    input.choice === 'refresh' ? { passage: now, seen_passage: null, reason: null } : { seen_passage: now, reason };
  await w.db
    .updateTable('national_report_passage')
    .set({ ...row, taken_by: w.auth.actorName, taken_at: w.runtime.now() })
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', report.id)
    .where('question_code', '=', question.code)
    .where('kind', '=', kind)
    .where('source_ref', '=', ref)
    .execute();
  await w.log({
    noun: 'nationalReport',
    recordId: report.id,
    summary: `passage of ${question.code} ${input.choice}`,
    before: { passage: taken.text },
    after: row,
  });
}

/** The answer with one passage worded as another, wherever it stands; line breaks that somebody made within it are no hindrance. */
export function withPassage({ value, comment }: Answer, before: string, now: string): Answer {
  const words = before
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
  const form = new RegExp(words.join('\\s+'), 'gu');
  const put = (text: string) => text.replace(form, () => now);
  return {
    value: value.kind === 'text' ? { kind: 'text', text: put(value.text) } : value,
    comment: comment === null ? null : put(comment),
  };
}
