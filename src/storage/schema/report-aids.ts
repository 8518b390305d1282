import type { RecordRow } from './columns.ts';

/** What every row says that tells of a question of a return. */
export type ReportQuestionRow = RecordRow & { report_id: string; question_code: string };

/** The same of one source that the answer can rest on. */
export type ReportSourceRow = ReportQuestionRow & {
  /** A `SourceKind` of the domain. */
  kind: string;
  /** The id of a record, or the code of another question. */
  source_ref: string;
};

/** That a question of a return rests on a record (`kept`), or does not although it was proposed (`removed`). */
export type NationalReportBindingRow = ReportSourceRow & { state: string; decided_by: string; decided_at: Date };

/** A passage that was taken from a source into an answer, as it read then; `seen_passage` is a newer one that was seen and left. */
export type NationalReportPassageRow = ReportSourceRow & {
  passage: string;
  seen_passage: string | null;
  reason: string | null;
  taken_by: string;
  taken_at: Date;
};

/** That somebody lets an answer stand in spite of a remark, and why; the key names the remark with its figures. */
export type NationalReportSettlementRow = ReportQuestionRow & {
  kind: string;
  warning_key: string;
  reason: string;
  settled_by: string;
  settled_at: Date;
};

/** Whether a figure was counted as the year before. */
export type NationalReportMethodRow = ReportQuestionRow & {
  unchanged: boolean;
  note: string | null;
  said_by: string;
  said_at: Date;
};

export type ReportAidsTables = {
  national_report_binding: NationalReportBindingRow;
  national_report_passage: NationalReportPassageRow;
  national_report_settlement: NationalReportSettlementRow;
  national_report_method: NationalReportMethodRow;
};
