import type { Generated } from 'kysely';
import type { DateColumn, JsonOrNull, RecordRow, VersionedRow } from './columns.ts';

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

/** An indicator that a report shows, the part of its series and how, with the target it is held against as decimal text. */
export type ReportFigureRow = VersionedRow & {
  report_id: string;
  /** The answer of a report-back at which it stands; null for the figures of an interim or annual report. */
  report_entry_id: string | null;
  indicator_id: string;
  position: number;
  target: string | null;
  form: Generated<string>;
  place: Generated<string>;
  sex: Generated<string>;
  age_group: Generated<string>;
  from_as_of: string | null;
  alt_text: string | null;
  /** The figures as they were when the report was frozen. */
  frozen: JsonOrNull<unknown>;
};

export type ReportDeliveryTables = {
  report_receiver: ReportReceiverRow;
  report_annex: ReportAnnexRow;
  report_figure: ReportFigureRow;
};
