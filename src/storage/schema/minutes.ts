import type { DateColumn, Json, JsonOrNull, RecordRow, VersionedRow } from './columns.ts';

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
  body: string;
  made_at: Date;
  resolution: string | null;
};

/** An extract of one § that was sent to somebody (expediering). */
export type DispatchRow = RecordRow & {
  agenda_item_id: string;
  recipient: string;
  address: string | null;
  body_id: string | null;
  dispatched_at: Date | null;
  content_hash: string | null;
};

export type MinutesTables = {
  minutes: MinutesRow;
  adjustment: AdjustmentRow;
  adjuster: AdjusterRow;
  minutes_comment: MinutesCommentRow;
  dispatch: DispatchRow;
};
