import { may } from '../../../../domain/access/index.ts';
import {
  type AnsweredReport,
  getNationalReport,
  mayAnswerSection,
  nationalReportMay,
  reportProgress,
  type SectionProgress,
} from '../../../../domain/returns/index.ts';
import type { Id } from '../../../../kernel/id.ts';
import { progress as progressBar } from '../../../components/progress/progress.ts';
import { tag } from '../../../components/tag/tag.ts';
import type { Reader, RequestContext } from '../../../contracts.ts';
import type { Html } from '../../../html.ts';
import { readBesideAnswers, readReportActions } from './work-slots.ts';
import { workTexts } from './work-texts.ts';

/** A return with how far it has come. */
export type ReportFacts = { readonly report: AnsweredReport; readonly progress: readonly SectionProgress[] };

/** The same with what stands beside its answers, for the pages that show them. */
export type AidedFacts = ReportFacts & { readonly beside: Awaited<ReturnType<typeof readBesideAnswers>> };

/** The same with what can be done with the whole. */
export type WholeFacts = ReportFacts & { readonly actions: Awaited<ReturnType<typeof readReportActions>> };

export type Reading = RequestContext & { readonly auth: Parameters<RequestContext['services']['db']['read']>[0] };

type ReportId = Id<'nationalReport'>;

/** Reads a return at one moment. */
export function reportFacts(ctx: Reading, id: ReportId): Promise<ReportFacts> {
  return ctx.services.db.read(ctx.auth, (r) => factsOf(r, id));
}

/** Reads a return with what stands beside its answers. */
export function aidedFacts(ctx: Reading, id: ReportId): Promise<AidedFacts> {
  return ctx.services.db.read(ctx.auth, async (r) => {
    const facts = await factsOf(r, id);
    return { ...facts, beside: await readBesideAnswers(r, facts.report) };
  });
}

/** Reads a return with what can be done with the whole. */
export function wholeFacts(ctx: Reading, id: ReportId): Promise<WholeFacts> {
  return ctx.services.db.read(ctx.auth, async (r) => {
    const facts = await factsOf(r, id);
    return { ...facts, actions: await readReportActions(r, facts.report) };
  });
}

async function factsOf(r: Reader, id: ReportId): Promise<ReportFacts> {
  const report = await getNationalReport(r, id);
  return { report, progress: reportProgress(report) };
}

/** Whether the reader keeps the return: gives out, reviews, says that it is ready. */
export function keeps({ actor }: RequestContext, report: Pick<AnsweredReport, 'body'>): boolean {
  return actor !== undefined && may(actor, 'return.edit', report.body.id);
}

/** Whether the reader may answer a section in the state that the return is in. */
export function answers(
  { actor }: RequestContext,
  report: AnsweredReport,
  section: SectionProgress['section'],
): boolean {
  return actor !== undefined && nationalReportMay(report.state, 'answer') && mayAnswerSection(actor, report, section);
}

/** How many days a section is late; 0 when it is ready or its day has not passed. */
export function daysLate({ services }: RequestContext, { state, dueOn }: SectionProgress['section']): number {
  if (state === 'ready') return 0;
  const days = Math.round((Date.parse(services.runtime.today()) - Date.parse(dueOn)) / 86_400_000);
  return Math.max(0, days);
}

/** How a section stands, in a word and a shape. */
export function sectionTag(ctx: RequestContext, one: SectionProgress): Html {
  const t = workTexts[ctx.language];
  if (one.section.state === 'ready') return tag({ text: t.ready, tone: 'ok' });
  const late = daysLate(ctx, one.section);
  if (late > 0) return tag({ text: t.late(t.days(late)), tone: 'late' });
  return one.answered > 0 ? tag({ text: t.begun, tone: 'part' }) : tag({ text: t.notBegun, tone: 'neutral' });
}

/** How far the questions have come: a bar and the same in words. */
export function answeredBar(ctx: RequestContext, progress: readonly SectionProgress[]): Html {
  const t = workTexts[ctx.language];
  const sum = (count: (one: SectionProgress) => number) => progress.reduce((total, one) => total + count(one), 0);
  const answered = sum((one) => one.answered);
  const missing = sum((one) => one.missing.length);
  return progressBar(ctx, {
    parts: [
      { count: answered, text: t.questionsAnswered, tone: 'ok' },
      { count: missing, text: t.questionsMissing, tone: 'part' },
      {
        count: sum((one) => one.asked.length) - answered - missing,
        text: t.questionsOptional,
        tone: 'neutral',
      },
    ],
  });
}
