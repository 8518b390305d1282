import type { Question } from '../../../../domain/forms/index.ts';
import {
  type AnswerAid,
  type AnsweredReport,
  aidsFor,
  type DraftSource,
  foundSources,
  getNationalReport,
  reportProgress,
  type SectionProgress,
} from '../../../../domain/returns/index.ts';
import { AppError } from '../../../../kernel/errors.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { RequestContext } from '../../../contracts.ts';
import { answers, type Reading } from '../work/report-facts.ts';

/** What the page of a question's sources shows, read at one moment. */
export type AidFacts = {
  readonly report: AnsweredReport;
  readonly question: Question;
  readonly own: SectionProgress;
  readonly aid: AnswerAid;
  /** What was found by the reader's own words; undefined when nothing was looked for. */
  readonly found: { readonly words: string; readonly sources: readonly DraftSource[] } | undefined;
};

/** Reads one question with its aids. Throws `record.notFound` for a question that is not in the form. */
export function aidFacts(ctx: Reading, id: Id<'nationalReport'>, code: string, words?: string): Promise<AidFacts> {
  return ctx.services.db.read(ctx.auth, async (r) => {
    const report = await getNationalReport(r, id);
    const own = reportProgress(report).find(({ questions }) => questions.some((one) => one.code === code));
    const question = own?.questions.find((one) => one.code === code);
    const aid = (await aidsFor(r, report)).get(code);
    if (!own || !question || !aid) throw new AppError('record.notFound');
    const found = words ? { words, sources: await foundSources(r, report, question, words) } : undefined;
    return { report, question, own, aid, found };
  });
}

/** Whether the reader can let the answer stand in spite of a remark: also when its section is ready, because that changes no answer. */
export function maySettle(ctx: RequestContext, { report, own }: Pick<AidFacts, 'report' | 'own'>): boolean {
  return answers(ctx, report, own.section);
}

/** Whether the reader can change what the answer rests on. */
export function mayChange(ctx: RequestContext, { report, own }: Pick<AidFacts, 'report' | 'own'>): boolean {
  return own.section.state === 'asked' && maySettle(ctx, { report, own });
}
