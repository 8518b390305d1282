import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import type { BindingState } from '../answer-source-codes.ts';
import type { MayWorkOnReport } from '../answering/take-section.ts';
import type { SourceKey } from './draft-source.ts';
import { draftSource } from './draft-source-of.ts';
import { lockQuestion, type QuestionKey } from './lock-question.ts';
import { reportBasis } from './report-basis-reader.ts';
import { readSourceFacts } from './source-facts-reader.ts';
import { quotesItself } from './told-again.ts';

export type KeepSources = QuestionKey & {
  readonly sources: readonly SourceKey[];
  /** `removed` is remembered too, so that what somebody has seen and left is not proposed again. */
  readonly state: BindingState;
};

/**
 * Says that an answer rests on some records, or not. A record that is not in the register, or lies in a matter that is not open, cannot be kept:
 * what a return says is public. An answer is not quoted in what it quotes itself.
 */
export async function keepSources(w: MayWorkOnReport, input: KeepSources): Promise<void> {
  const { report, question } = await lockQuestion(w, input);
  const { structure } = report.response.formVersion;
  const facts = await readSourceFacts(w, input.sources, report.year);
  const scene = { facts, year: report.year, structure, answers: report.response.answers };
  const basis = await reportBasis(w, report.id);
  refuseProblems([
    ...(input.sources.length === 0 ? [{ path: 'sources', key: 'validation.choose' }] : []),
    ...input.sources.flatMap((key) => {
      if (input.state === 'removed') return [];
      const source = draftSource(scene, key, question);
      if (!source || source.secret) return [{ path: 'sources', key: 'returns.sourceUnknown' }];
      if (key.kind === 'question' && quotesItself(basis.bindings, question.code, key.ref))
        return [{ path: 'sources', key: 'returns.quotesItself', values: { question: key.ref } }];
      return [];
    }),
  ]);
  for (const { kind, ref } of input.sources) {
    const row = { state: input.state, decided_by: w.auth.actorName, decided_at: w.runtime.now() };
    const of = { report_id: report.id, question_code: question.code, kind, source_ref: ref };
    await w.db
      .insertInto('national_report_binding')
      .values({ tenant_id: w.tenantId, id: w.runtime.newId(), ...of, ...row })
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'report_id', 'question_code', 'kind', 'source_ref']).doUpdateSet(row),
      )
      .execute();
  }
  await w.log({
    noun: 'nationalReport',
    recordId: report.id,
    summary: `sources of ${question.code} ${input.state}`,
    after: { sources: input.sources },
  });
}
