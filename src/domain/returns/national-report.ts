import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { FormResponse } from '../forms/index.ts';
import type { NationalReportState } from './national-report-transitions.ts';
import type { ReportSectionState } from './report-section-transitions.ts';

/** A return to the state that is answered here by many units together (NAT-01): what is asked lies in its form, who answers in its sections. */
export type NationalReport = {
  readonly id: Id<'nationalReport'>;
  readonly version: number;
  readonly title: string;
  readonly year: number;
  /** The body that approves it. */
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  /** The authority that it is sent to, as it is written: "Socialstyrelsen". */
  readonly receiver: string;
  readonly dueOn: CivilDate;
  readonly state: NationalReportState;
  readonly responseId: Id<'formResponse'>;
  readonly formVersionId: Id<'formVersion'>;
  readonly startedBy: string;
  readonly startedAt: Date;
  /** In the order of the form. */
  readonly sections: readonly ReportSection[];
};

/** A return with the form it answers, its answers, the remarks about them and the files that go with them. */
export type AnsweredReport = NationalReport & {
  readonly response: FormResponse;
  readonly remarks: readonly ReportRemark[];
  readonly attachments: readonly ReportAttachment[];
};

/** A section as it is given out. */
export type ReportSection = {
  readonly id: Id<'nationalReportSection'>;
  readonly version: number;
  /** The code of the section in the form. */
  readonly code: string;
  readonly unit: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly responsible: readonly { readonly id: Id<'account'>; readonly name: string }[];
  /** Its own last day, or that of the whole. */
  readonly dueOn: CivilDate;
  readonly hasOwnDueDay: boolean;
  readonly state: ReportSectionState;
  readonly ready: { readonly by: string; readonly at: Date } | null;
  readonly remindedOn: CivilDate | null;
};

/** What somebody asked about an answer, with what was replied; open until it is settled. */
export type ReportRemark = {
  readonly id: Id<'nationalReportRemark'>;
  readonly version: number;
  readonly question: string;
  readonly text: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly settled: { readonly by: string; readonly at: Date } | null;
  readonly replies: readonly {
    readonly id: Id<'nationalReportRemark'>;
    readonly text: string;
    readonly madeBy: string;
    readonly madeAt: Date;
  }[];
};

/** A document of the register that goes with the answer to a question (NAT-18). */
export type ReportAttachment = {
  readonly id: Id<'nationalReportAttachment'>;
  readonly question: string;
  readonly documentId: Id<'document'>;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly addedBy: string;
  readonly addedAt: Date;
};
