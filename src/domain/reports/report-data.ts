import type { CivilDate } from '../../kernel/civil-date.ts';
import { type AssessmentStatus, readAssessmentStatus } from '../assessments/index.ts';
import type { AnswerType } from './answer-types.ts';
import type { Report, ReportEntry } from './report.ts';
import { sourceLabel } from './report-document.ts';

/** A report as data, for who wants to count or compare rather than read. Fields are added, never renamed. */
export type ReportData = {
  readonly kind: Report['kind'];
  readonly body: string;
  readonly to: string | null;
  readonly year: number;
  readonly title: string;
  readonly state: Report['state'];
  readonly approvedOn: CivilDate | null;
  readonly deliveredOn: CivilDate | null;
  readonly hash: string | null;
  readonly entries: readonly {
    readonly number: number | null;
    readonly title: string;
    readonly heading: string | null;
    readonly answerType: AnswerType;
    readonly answer: string;
    readonly status: AssessmentStatus | null;
    readonly statusPhrase: string | null;
    readonly quote: string | null;
    readonly meetings: readonly CivilDate[];
    readonly evidence: readonly {
      readonly claim: string;
      readonly kind: string;
      readonly id: string;
      readonly date: CivilDate | null;
      readonly text: string;
      readonly gone: boolean;
    }[];
    readonly unsupported: readonly string[];
  }[];
};

/** A report as data. An assignment that is directed elsewhere has no status here: what others do is theirs to tell. */
export function reportAsData(report: Report): ReportData {
  return {
    kind: report.kind,
    body: report.body.name,
    to: report.to?.name ?? null,
    year: report.year,
    title: report.title,
    state: report.state,
    approvedOn: report.approval?.on ?? null,
    deliveredOn: report.deliveredOn,
    hash: report.frozen?.hash ?? null,
    entries: report.entries.map((entry) => ({
      number: entry.assignment.number,
      title: entry.assignment.title,
      heading: entry.groupHeading,
      answerType: entry.answerType,
      answer: entry.answer,
      ...statusOf(entry),
      quote: entry.quotation?.text ?? null,
      meetings: entry.meetings,
      evidence: entry.claims.flatMap((claim) =>
        claim.evidence.map((one) => ({
          claim: claim.text,
          kind: one.noun,
          id: one.id,
          date: one.date,
          text: sourceLabel(one),
          gone: one.gone,
        })),
      ),
      unsupported: entry.claims.filter((claim) => claim.state !== 'supported').map((claim) => claim.text),
    })),
  };
}

/** How the assignment stands: as the quotation says, or the answer itself where it says so in running text (seed 001, report of 2020). */
function statusOf({ quotation, answer }: ReportEntry): Pick<ReportData['entries'][number], 'status' | 'statusPhrase'> {
  if (quotation) return { status: quotation.status, statusPhrase: quotation.statusPhrase };
  const { status, statusPhrase = null } = readAssessmentStatus(answer);
  return statusPhrase === null ? { status: null, statusPhrase: null } : { status, statusPhrase };
}
