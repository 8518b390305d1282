import type { Json, RecordRow } from './columns.ts';

/** That a person lets a sentence stand as it is, with the reason and the kinds of remark that it is about; it names the sentence by its hash. */
export type ClaimSettlementRow = RecordRow & {
  report_entry_id: string;
  claim_hash: string;
  claim_text: string;
  kinds: Json<readonly string[]>;
  reason: string;
  settled_at: Date;
  settled_by: string;
};

/** What a person chose when the text that an entry quotes had a newer version, and why. */
export type QuotationChoiceRow = RecordRow & {
  report_entry_id: string;
  assessment_id: string;
  choice: string;
  from_version: number | null;
  to_version: number | null;
  reason: string | null;
  chosen_at: Date;
  chosen_by: string;
};

/** That who approved a report said that the remarks which nobody had settled were seen. */
export type RemarksSeenRow = RecordRow & {
  report_id: string;
  remarks: Json<readonly unknown[]>;
  seen_at: Date;
  seen_by: string;
};

export type ClaimsTables = {
  claim_settlement: ClaimSettlementRow;
  quotation_choice: QuotationChoiceRow;
  remarks_seen: RemarksSeenRow;
};
