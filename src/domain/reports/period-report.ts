import type { DocumentTree } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { AddressedNoun } from '../../kernel/record-address.ts';
import { type AssessmentStatus, interimDeadline, type Period } from '../assessments/index.ts';
import type { Measure } from '../measures/index.ts';
import { claimHash, claimsOf } from './claims.ts';
import type { PeriodReportKind } from './report.ts';
import type { ReportFigure } from './report-figure.ts';
import type { ReportReceiver } from './report-receiver.ts';
import { isFrozen, type ReportState } from './report-transitions.ts';

/** The chapters of an interim or annual report that have a text, in their order. The assignments stand after the summary, quoted and not told. */
export const periodChapters = {
  summary: { sv: 'Sammanfattning', en: 'Summary' },
  slippage: { sv: 'Förseningar', en: 'Delays' },
  economy: { sv: 'Ekonomi', en: 'Economy' },
  figures: { sv: 'Siffror', en: 'Figures' },
  deviations: { sv: 'Avvikelser från planen', en: 'Deviations from the plan' },
  closing: { sv: 'Avslutning', en: 'Closing' },
} as const satisfies Record<string, Localized>;
export type PeriodChapter = keyof typeof periodChapters;
export const periodChapterCodes = Object.keys(periodChapters) as readonly PeriodChapter[];

/** A record that a drafted sentence rests on, with the name it has in a note. */
export type FactSource = { readonly noun: AddressedNoun; readonly id: string; readonly label: string };

/** One drafted sentence: a fact of the register, with the records that it counts or quotes. */
export type FactSentence = { readonly text: string; readonly sources: readonly FactSource[] };

/** A sentence of a chapter as it stands, with what proves it; a sentence that a person wrote has none until it says what the register says. */
export type ChapterSentence = FactSentence & { readonly hash: string };

/** A chapter with its text, what was drafted for it, and what would be drafted now. */
export type Chapter = {
  readonly chapter: PeriodChapter;
  readonly version: number;
  readonly text: string;
  readonly edited: boolean;
  readonly draft: readonly FactSentence[];
  /** What the register says now; the same as the draft when nothing has changed. */
  readonly now: readonly FactSentence[];
};

/** What is quoted of an assignment: the assessment in one version, and whether the register has another text now. */
export type PeriodQuotation = {
  readonly assessmentId: Id<'assessment'>;
  readonly version: number;
  readonly bodyName: string | null;
  readonly text: string;
  readonly status: AssessmentStatus;
  readonly forecastOn: CivilDate | null;
};

/** An assignment of the year as an interim or annual report shows it. */
export type ReportedAssignment = {
  readonly id: Id<'assignment'>;
  readonly ref: string;
  readonly title: string;
  readonly text: string | null;
  readonly perspective: string | null;
  readonly objective: string | null;
  readonly performer: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly dueOn: CivilDate | null;
  readonly quotation: PeriodQuotation | null;
  /** What would be quoted now, when that is something else; `kept` when a person saw it and kept the quotation. */
  readonly newer: (PeriodQuotation & { readonly kept: boolean }) | null;
  /** Days from the due date to the quoted forecast, when it lies after it. */
  readonly daysLate: number | null;
};

/** An indicator that the report shows, held against its target. */
export type PeriodFigure = {
  readonly id: Id<'indicator'>;
  readonly name: string;
  readonly unit: string;
  readonly target: number | null;
  /** The values up to the end of the period, oldest first. */
  readonly values: readonly { readonly asOf: string; readonly value: number; readonly qualifier: string | null }[];
  /** How it is drawn, and what became of its numbers since the report was frozen. */
  readonly figure: ReportFigure;
};

/** What the register knows that the report tells. */
export type PeriodFacts = {
  readonly period: Period;
  /** The period before, with the assessments that had each status at its end; null when there was none. */
  readonly before: {
    readonly name: string;
    readonly statuses: ReadonlyMap<AssessmentStatus, readonly FactSource[]>;
  } | null;
  readonly assignments: readonly ReportedAssignment[];
  readonly measures: readonly Measure[];
  readonly figures: readonly PeriodFigure[];
};

/** An interim or annual report with all that its page, its documents and its data show. */
export type PeriodReport = {
  readonly id: Id<'report'>;
  readonly version: number;
  readonly kind: PeriodReportKind;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly to: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly receivers: readonly ReportReceiver[];
  readonly year: number;
  readonly title: string;
  readonly state: ReportState;
  readonly authority: string;
  readonly approval: { readonly decisionId: Id<'decision'>; readonly on: CivilDate } | null;
  readonly deliveredOn: CivilDate | null;
  readonly frozen: { readonly tree: DocumentTree; readonly hash: string } | null;
  readonly chapters: readonly Chapter[];
} & PeriodFacts;

/** The sentences of a chapter with what proves each: a sentence keeps its proof as long as it says what was drafted. */
export function chapterSentences({ text, draft }: Pick<Chapter, 'text' | 'draft'>): readonly ChapterSentence[] {
  const proofs = new Map(draft.map((one) => [claimHash(one.text), one.sources]));
  return claimsOf(text).map((claim) => ({ ...claim, sources: proofs.get(claim.hash) ?? [] }));
}

/** What a refreshed chapter would say that it does not say, and what it says that the register no longer does. */
export function chapterChanges({ draft, now }: Pick<Chapter, 'draft' | 'now'>): {
  readonly gone: readonly string[];
  readonly added: readonly string[];
} {
  const [before, after] = [draft.map((one) => one.text), now.map((one) => one.text)];
  return { gone: before.filter((one) => !after.includes(one)), added: after.filter((one) => !before.includes(one)) };
}

/** Whether the register says something else now than when the chapter was drafted. */
export function isOutdated(chapter: Pick<Chapter, 'draft' | 'now'>): boolean {
  const { gone, added } = chapterChanges(chapter);
  return gone.length + added.length > 0;
}

/** The last day the report must have reached the assembly; an annual report has the day that the authority set, if any. */
export function periodReportDeadline({ kind, period }: Pick<PeriodReport, 'kind' | 'period'>): CivilDate | null {
  return kind === 'interim' ? interimDeadline(period.endsOn) : period.deadline;
}

/** Whether it was or is too late: delivered after the last day, or not delivered when that day has passed. */
export function isLate(report: Pick<PeriodReport, 'kind' | 'period' | 'deliveredOn'>, today: CivilDate): boolean {
  const deadline = periodReportDeadline(report);
  return deadline !== null && (report.deliveredOn ?? today) > deadline;
}

/**
 * What a person should look at before the report is decided, the gravest first: the legal day, sentences without evidence, what the register says
 * otherwise now, quotations of which there is a newer text, assignments and measures of which nothing was told. Warnings do not block.
 */
export function periodReportWarnings(report: PeriodReport, today: CivilDate): readonly Problem[] {
  if (isFrozen(report.state)) return [];
  const untold = report.measures.filter((one) => lastTold(one, report.period) === undefined).length;
  const nameOf = (chapter: PeriodChapter) => periodChapters[chapter].sv;
  return [
    // The words of this warning name the law of the interim report.
    ...(report.kind === 'interim' && isLate(report, today)
      ? [{ path: 'deadline', key: 'periodReport.late', values: { date: periodReportDeadline(report) ?? '' } }]
      : []),
    ...(report.to ? [] : [{ path: 'to', key: 'report.noReceiver' }]),
    ...report.chapters.flatMap((chapter) =>
      chapterSentences(chapter)
        .filter((one) => one.sources.length === 0)
        .map((one) => ({
          path: `chapters.${chapter.chapter}`,
          key: 'periodReport.unproven',
          values: { chapter: nameOf(chapter.chapter), sentence: one.text },
        })),
    ),
    ...report.chapters.filter(isOutdated).map(({ chapter }) => ({
      path: `chapters.${chapter}`,
      key: 'periodReport.outdated',
      values: { chapter: nameOf(chapter) },
    })),
    ...report.assignments.flatMap(({ id, ref, quotation, newer }) => {
      const path = `assignments.${id}`;
      if (newer && !newer.kept) return [{ path, key: 'periodReport.quotationOutdated', values: { ref } }];
      return quotation ? [] : [{ path, key: 'periodReport.notAssessed', values: { ref } }];
    }),
    ...(untold > 0 ? [{ path: 'measures', key: 'periodReport.untold', values: { count: untold } }] : []),
  ];
}

/** What must be put right before the report can be decided: the summary says something. */
export function periodReportProblems(report: Pick<PeriodReport, 'chapters'>): readonly Problem[] {
  return report.chapters
    .filter(({ chapter, text }) => chapter === 'summary' && text.trim() === '')
    .map(({ chapter }) => ({
      path: `chapters.${chapter}`,
      key: 'periodReport.chapterEmpty',
      values: { chapter: periodChapters[chapter].sv },
    }));
}

/** What was told of a measure up to the end of a period. */
export function lastTold(measure: Measure, period: Pick<Period, 'endsOn'>) {
  return measure.told.findLast((one) => one.month <= period.endsOn.slice(0, 7));
}

/** How many assignments have each status, in the order in which the statuses first occur; those that nobody assessed are not among them. */
export function statusCounts(assignments: readonly ReportedAssignment[]): ReadonlyMap<AssessmentStatus, number> {
  const counts = new Map<AssessmentStatus, number>();
  for (const { quotation } of assignments)
    if (quotation) counts.set(quotation.status, (counts.get(quotation.status) ?? 0) + 1);
  return counts;
}
