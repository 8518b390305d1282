import type { Json, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/**
 * One who was called to a meeting, notified of it or invited to it. The row stays when the lists of the notice are written anew, so that what was
 * sent and answered is never lost.
 */
export type SummonsRow = VersionedRow & {
  meeting_id: string;
  /** Whose it is: `person:…`, or `name:…` where nobody of the register is named. One person gets one summons, whatever seats they hold. */
  recipient: string;
  person_id: string | null;
  seat_id: string | null;
  kind: string;
  position: number;
  name: string;
  party: string | null;
  /** An address for one who is not in the register. */
  address: string | null;
  /** Whether the lists of the notice still have the name. */
  listed: boolean;
};

/** What one who was called or notified answered. */
export type SummonsAnswerRow = VersionedRow & {
  summons_id: string;
  answer: string;
  answered_at: Date;
  answered_through: string;
  note: string | null;
};

/** A deputy who is asked to serve on the seat of a member who cannot come. */
export type ServingRequestRow = VersionedRow & {
  meeting_id: string;
  summons_id: string;
  /** The member's seat. */
  seat_id: string;
  absent_name: string;
  state: string;
  asked_at: Date;
  asked_by: string;
  answered_at: Date | null;
  answered_through: string | null;
};

/** A letter that was laid in the outbox; `told` is what it said of the meeting, by which the next one knows what has changed. */
export type SummonsLetterRow = RecordRow & {
  meeting_id: string;
  summons_id: string;
  serving_request_id: string | null;
  kind: string;
  agenda_number: number;
  told: Json<unknown>;
  address: string;
  posted_at: Date;
  posted_by: string;
  outbox_id: string;
};

/** A link to answer by without signing in. Only the SHA-256 of its token is here; the links of one letter are used together. */
export type SummonsLinkRow = TenantRow & {
  token_hash: string;
  summons_letter_id: string;
  made_at: Date;
  used_at: Date | null;
};

/** The secret address of an account's calendar, by the SHA-256 of its token; an account has one at a time. */
export type CalendarFeedRow = TenantRow & { token_hash: string; account_id: string; made_at: Date };

export type SummonsTables = {
  summons: SummonsRow;
  summons_answer: SummonsAnswerRow;
  serving_request: ServingRequestRow;
  summons_letter: SummonsLetterRow;
  summons_link: SummonsLinkRow;
  calendar_feed: CalendarFeedRow;
};
