import type { DocumentTree } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { AssessmentStatus, PeriodKind } from '../assessments/index.ts';
import type { BodyKind } from '../organisation/index.ts';
import type { SourceNoun } from './answer-facts.ts';
import type { AnswerType } from './answer-types.ts';
import type { ClaimState } from './claim-evidence.ts';
import type { ClaimFinding, ClaimSettlement } from './claim-finding.ts';
import type { ReportAnnex } from './report-annex.ts';
import type { ReportFigure } from './report-figure.ts';
import type { ReportGrouping, ReportSelection } from './report-order.ts';
import type { ReportReceiver } from './report-receiver.ts';
import type { ReportState } from './report-transitions.ts';

/**
 * The kinds of report. `the` is the Swedish word for one that is known. `period` is the kind of period that a report is about: a report-back answers for the assignments of one body and has none,
 * the interim and the annual report tell how the whole administration stands at the end of theirs and quote what was said then.
 */
export const reportKinds = {
  reportBack: { sv: 'återrapportering', en: 'report-back', the: 'återrapporteringen', period: null },
  interim: { sv: 'delårsrapport', en: 'interim report', the: 'delårsrapporten', period: 'interim' },
  annual: { sv: 'årsredovisning', en: 'annual report', the: 'årsredovisningen', period: 'annual' },
} as const satisfies Record<string, Localized & { readonly the: string; readonly period: PeriodKind | null }>;
export type ReportKind = keyof typeof reportKinds;

/** The kinds of report that tell of a period for the whole administration. */
export type PeriodReportKind = {
  [K in ReportKind]: (typeof reportKinds)[K]['period'] extends null ? never : K;
}[ReportKind];

/** Whether a report tells of a period and not of the assignments of one body. */
export function isPeriodReportKind(kind: ReportKind): kind is PeriodReportKind {
  return reportKinds[kind].period !== null;
}

/** A record that proves a claim or could, with what is needed to show it and to lead to it. */
export type EvidenceSource = {
  readonly noun: SourceNoun;
  readonly id: string;
  /** The meeting of an agenda item or of a decision made in one: where a link leads. */
  readonly meetingId: Id<'meeting'> | null;
  /** The indicator of a value: where a link to it leads. */
  readonly within?: string;
  /** The item in which a decision was made: its matter says whether the decision is secret. */
  readonly itemId?: string;
  readonly date: CivilDate | null;
  readonly precision: 'day' | 'month' | 'year';
  readonly bodyName: string | null;
  readonly itemNumber: string | null;
  readonly title: string;
  /** `studyVisit`, `meeting` …, or null for what is no meeting. */
  readonly meetingKind: string | null;
  /** True for an item of a meeting that only stands as planned: no one has summoned to it or said that it was held. */
  readonly stillPlanned?: boolean;
  /** True for what lies in a matter that is not open: that there is evidence is told, what it is about is not. */
  readonly secret?: boolean;
  /** The passage, the clause or the value itself, to be read beside the sentence. */
  readonly words?: string;
};

/** A sentence of an answer with its proofs and how well it stands. */
export type ReportClaim = {
  readonly hash: string;
  readonly text: string;
  readonly state: ClaimState;
  readonly unprovenDates: readonly string[];
  readonly evidence: readonly (EvidenceSource & { readonly gone: boolean; readonly confirmed: boolean })[];
  /** What the register has to say against it (see `claim-findings.ts`). */
  readonly findings: readonly ClaimFinding[];
  /** That a person lets it stand as it is. */
  readonly settlement: ClaimSettlement | null;
};

/** The quotation of an entry: an assessment as it stood in one version. */
export type EntryQuotation = {
  readonly assessmentId: Id<'assessment'>;
  readonly version: number;
  /** "Ur delårsrapport:" */
  readonly label: string;
  readonly periodName: string;
  readonly text: string;
  readonly status: AssessmentStatus;
  readonly statusPhrase: string | null;
  /** The period whose text was carried over into the quoted one, while nobody has said that it still holds. */
  readonly carriedFrom?: string;
  /** The text of now, when the assessment has a newer version than the one quoted; `kept` when a person saw it and kept the quotation. */
  readonly outdated: {
    readonly version: number;
    readonly text: string;
    readonly status: AssessmentStatus;
    readonly kept: boolean;
  } | null;
};

/** The answer to one assignment. */
export type ReportEntry = {
  readonly id: Id<'reportEntry'>;
  readonly version: number;
  readonly position: number;
  readonly assignment: {
    readonly id: Id<'assignment'>;
    readonly year: number;
    readonly number: number | null;
    readonly title: string;
    readonly fullText: string | null;
  };
  readonly groupHeading: string | null;
  readonly answerType: AnswerType;
  readonly answer: string;
  /** Whether a person wrote or changed the text; such a text is never drafted over. */
  readonly edited: boolean;
  /** Whether the report takes it up although the body has no part in the assignment. */
  readonly chosen: boolean;
  readonly claims: readonly ReportClaim[];
  /** Evidence that the register has for the assignment this year and no sentence uses; own meetings first. */
  readonly unused: readonly EvidenceSource[];
  readonly quotation: EntryQuotation | null;
  /** The days of the meetings that its evidence names, in order. */
  readonly meetings: readonly CivilDate[];
};

/** A report with all that its page, its documents and its data show. */
export type Report = {
  readonly id: Id<'report'>;
  readonly version: number;
  readonly kind: ReportKind;
  readonly body: { readonly id: Id<'body'>; readonly name: string; readonly kind: BodyKind };
  /** The first of its receivers. */
  readonly to: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly receivers: readonly ReportReceiver[];
  readonly year: number;
  readonly title: string;
  readonly foreword: string;
  readonly closing: string;
  readonly state: ReportState;
  /** The authority that stands behind it. */
  readonly authority: string;
  readonly approval: { readonly decisionId: Id<'decision'>; readonly on: CivilDate } | null;
  readonly deliveredOn: CivilDate | null;
  /** What was approved; from then on this is the report, whatever happens to the register. */
  readonly frozen: { readonly tree: DocumentTree; readonly hash: string } | null;
  readonly grouping: ReportGrouping;
  readonly selection: ReportSelection;
  readonly entries: readonly ReportEntry[];
  readonly annexes: readonly ReportAnnex[];
  /** The charts of series that stand at its answers, in their order. */
  readonly figures: readonly ReportFigure[];
};

/** What a report is called where no year stands beside it; one that its title names is not said again. */
export function titleWithYear({ title, year }: Pick<Report, 'title' | 'year'>): string {
  return title.includes(String(year)) ? title : `${title}, ${year}`;
}

/** One report of a list. */
export type ReportSummary = Pick<
  Report,
  'id' | 'version' | 'kind' | 'to' | 'year' | 'title' | 'state' | 'deliveredOn'
> & {
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly approvedOn: CivilDate | null;
  readonly entryCount: number;
};

/**
 * What a person should look at before the report is decided, each at its entry: claims without evidence or whose source has changed, quotations
 * of which there is a newer text, and, when today is told, meetings whose day has passed and that the register still has as planned. Warnings do not
 * block: the body answers for its words.
 */
export function reportWarnings(report: Pick<Report, 'entries' | 'to'>, today?: CivilDate): readonly Problem[] {
  const receiver = report.to ? [] : [{ path: 'to', key: 'report.noReceiver' }];
  return [
    ...receiver,
    ...report.entries.flatMap((entry) => {
      const path = `entries.${entry.position}`;
      const number = entry.assignment.number ?? entry.position;
      return [
        ...entry.claims
          .filter((claim) => claim.state !== 'supported')
          .map((claim) => ({ path, key: `report.${claim.state}`, values: { number, claim: claim.text } })),
        ...overdueDays(entry, today).map((date) => ({ path, key: 'report.stillPlanned', values: { number, date } })),
        ...(entry.quotation?.outdated && !entry.quotation.outdated.kept
          ? [{ path, key: 'report.quotationOutdated', values: { number } }]
          : []),
      ];
    }),
  ];
}

/** The days that have passed of meetings that an answer speaks of as planned. */
function overdueDays(entry: ReportEntry, today: CivilDate | undefined): readonly CivilDate[] {
  const days = entry.claims
    .flatMap((claim) => claim.evidence)
    .flatMap((one) => (one.stillPlanned && one.date && today && one.date < today ? [one.date] : []));
  return [...new Set(days)];
}

/** What must be put right before the report can be decided: an assignment in which the body has a part and to which nothing is answered. */
export function reportProblems(report: Pick<Report, 'entries'>): readonly Problem[] {
  return report.entries
    .filter((entry) => entry.answer.trim() === '')
    .map((entry) => ({
      path: `entries.${entry.position}`,
      key: 'report.noAnswer',
      values: { number: entry.assignment.number ?? entry.position },
    }));
}
