import type { DateColumn, RecordRow, VersionedRow } from './columns.ts';

/** A body that a report is handed over to, and what became of it there. The first one is also the report's `to_body_id`. */
export type ReportReceiverRow = RecordRow & {
  report_id: string;
  body_id: string;
  position: number;
  purpose: string;
  delivered_on: DateColumn | null;
  /** The day the receiver noted it without an item of its own. */
  received_on: DateColumn | null;
  /** The item in which the receiver takes it up. */
  agenda_item_id: string | null;
};

/** An annex of a report: a text, a document of the register, or a table that is made from the register. */
export type ReportAnnexRow = VersionedRow & {
  report_id: string;
  position: number;
  kind: string;
  title: string;
  annex_text: string;
  document_id: string | null;
};

export type ReportDeliveryTables = { report_receiver: ReportReceiverRow; report_annex: ReportAnnexRow };
