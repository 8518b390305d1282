import type { DateColumn, RecordRow, VersionedRow } from './columns.ts';

/** What principals have agreed on (AGR-01), with its term and how it is ended. */
export type AgreementRow = VersionedRow & {
  name: string;
  starts_on: DateColumn | null;
  ends_on: DateColumn | null;
  /** "Tills vidare": it runs until somebody gives notice. */
  open_ended: boolean;
  notice_months: number | null;
  /** Whether it was decided, or only proposed. */
  decided: boolean;
  agenda_item_id: string | null;
};

/** Work that a joint group pays for (AGR-12…15): who does what, how much of a post, until when, from which fund. */
export type CommissionRow = VersionedRow & {
  commissioned: string;
  task: string;
  /** Full-time equivalents as decimal text; null when the source does not say. */
  fte: string | null;
  starts_on: DateColumn | null;
  ends_on: DateColumn | null;
  fund: string | null;
  decided: boolean;
  agenda_item_id: string | null;
};

/** What one payer pays of a commission, as decimal text: a sum of money, or a number of posts. */
export type CommissionAmountRow = RecordRow & {
  commission_id: string;
  position: number;
  amount: string | null;
  currency: string | null;
  fte: string | null;
  payer: string | null;
};

/** What is to be delivered, when it was due, and to when it was moved. Days or months as printed: `YYYY-MM-DD` or `YYYY-MM`. */
export type DeliverableRow = VersionedRow & {
  what: string;
  project: string | null;
  due_on: string | null;
  moved_to: string | null;
  agenda_item_id: string | null;
};

export type CollaborationTables = {
  agreement: AgreementRow;
  commission: CommissionRow;
  commission_amount: CommissionAmountRow;
  deliverable: DeliverableRow;
};
