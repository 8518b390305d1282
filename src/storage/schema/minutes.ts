import type { DateColumn, Json, JsonOrNull, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** The minutes of one meeting of one body: what is adjusted, announced and kept. */
export type MinutesRow = VersionedRow & {
  meeting_id: string;
  body_id: string;
  state: string;
  /** Who kept them. */
  secretary: string | null;
  /** How the body approves them: signed by chair and adjusters, or as an item of its next meeting. */
  approval: string;
  approved_in_item_id: string | null;
  /** Where they are adjusted ("Regionhuset", "digitalt"), as the cover prints it. */
  adjust_place: string | null;
  /** The day on which no appeal was possible any more (laga kraft). */
  final_on: DateColumn | null;
  archived_on: DateColumn | null;
  /** What was frozen for the archive: hashes of the tree and of the PDF, and the metadata that a description asks for. */
  archive: JsonOrNull<Readonly<Record<string, unknown>>>;
};

/** What is adjusted in one act: the minutes as a whole, or one § at once (R-KL-54). Its text is frozen with its hash when it is sent to sign. */
export type AdjustmentRow = VersionedRow & {
  minutes_id: string;
  kind: string;
  /** The §§ it covers, as ids of agenda items, in their order. */
  item_ids: Json<readonly string[]>;
  state: string;
  adjust_by: DateColumn | null;
  tree: JsonOrNull<unknown>;
  content_hash: string | null;
  adjusted_on: DateColumn | null;
  /** How often it was sent; a refusal is answered with a new round. */
  round: number;
};

/** One who signs: the chair, an adjuster, the secretary; with what the signature is made of. */
export type AdjusterRow = VersionedRow & {
  adjustment_id: string;
  /** The round in which it was sent: a refusal ends the round, and its signatures stay as they were given. */
  round: number;
  position: number;
  role: string;
  name: string;
  attendance_id: string | null;
  account_id: string | null;
  signed_at: Date | null;
  signature: JsonOrNull<Readonly<Record<string, unknown>>>;
  rejected_at: Date | null;
  comment: string | null;
};

/** A remark on the draft in the round of comments. */
export type MinutesCommentRow = VersionedRow & {
  adjustment_id: string;
  agenda_item_id: string | null;
  author: string;
  account_id: string | null;
  body: string;
  made_at: Date;
  resolution: string | null;
};

/** That somebody opened the draft during the round of comments. */
export type MinutesReadingRow = TenantRow & {
  minutes_id: string;
  account_id: string;
  reader: string;
  read_at: Date;
};

/** A correction of adjusted minutes: a record of its own beside them, which stay as they were signed (R-FL-6). */
export type MinutesCorrectionRow = RecordRow & {
  minutes_id: string;
  agenda_item_id: string | null;
  was: string;
  is_now: string;
  reason: string;
  corrected_on: DateColumn;
  corrected_by: string;
};

/** An extract of one § that was sent to somebody (expediering). */
export type DispatchRow = RecordRow & {
  minutes_id: string;
  agenda_item_id: string;
  recipient: string;
  address: string | null;
  body_id: string | null;
  dispatched_at: Date | null;
  dispatched_by: string | null;
  content_hash: string | null;
};

export type MinutesTables = {
  minutes: MinutesRow;
  adjustment: AdjustmentRow;
  adjuster: AdjusterRow;
  minutes_comment: MinutesCommentRow;
  minutes_reading: MinutesReadingRow;
  minutes_correction: MinutesCorrectionRow;
  dispatch: DispatchRow;
};
