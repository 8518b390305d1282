import type { Generated } from 'kysely';
import type { DateColumn, JsonOrNull, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** A return that is worked on here; its answers are those of the form response. */
export type NationalReportRow = VersionedRow & {
  form_response_id: string;
  title: string;
  year: number;
  /** The body that approves it. */
  body_id: string;
  receiver: string;
  due_on: DateColumn;
  state: string;
  started_by: string;
  started_at: Date;
  approved_by_decision_id: Generated<string | null>;
  approved_on: Generated<DateColumn | null>;
  /** The document and the data as approved; from then on the return is this. */
  frozen_tree: JsonOrNull<unknown>;
  frozen_data: JsonOrNull<unknown>;
  frozen_hash: Generated<string | null>;
  sent_on: Generated<DateColumn | null>;
  sent_by: Generated<string | null>;
  sent_to: Generated<string | null>;
  /** What the authority answered that it came in under. */
  receipt_number: Generated<string | null>;
};

/** A section of the form as it is given out: to whom, until when, and whether it is ready. */
export type NationalReportSectionRow = VersionedRow & {
  report_id: string;
  section_code: string;
  position: number;
  unit_body_id: string | null;
  /** Null when nothing else was said: then it is due with the whole. */
  due_on: DateColumn | null;
  state: string;
  ready_by: string | null;
  ready_at: Date | null;
  reminded_on: DateColumn | null;
  reminders: Generated<number>;
};

/** A person who answers a section. */
export type NationalReportResponsibleRow = TenantRow & { section_id: string; account_id: string };

/** What somebody asked or said about the answer to a question; a reply names the remark that it answers. */
export type NationalReportRemarkRow = VersionedRow & {
  report_id: string;
  question_code: string;
  reply_to_id: string | null;
  remark_text: string;
  made_by: string;
  made_at: Date;
  settled_by: string | null;
  settled_at: Date | null;
};

/** A document of the register that goes with the answer to a question. */
export type NationalReportAttachmentRow = RecordRow & {
  report_id: string;
  question_code: string;
  document_id: string;
  added_by: string;
  added_at: Date;
};

export type NationalReportsTables = {
  national_report: NationalReportRow;
  national_report_section: NationalReportSectionRow;
  national_report_responsible: NationalReportResponsibleRow;
  national_report_remark: NationalReportRemarkRow;
  national_report_attachment: NationalReportAttachmentRow;
};
