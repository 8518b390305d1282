import type { DateColumn, Json, JsonOrNull, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** Which authority of the installation a body of kind region or municipality stands for. */
export type PrincipalRow = TenantRow & { body_id: string; authority_id: string; tied_at: Date; tied_by: string };

/** What was let out to others: the snapshot as it left, and by which provision. */
export type ReleaseRow = RecordRow & {
  /** The body whose record it is; empty where the record is the authority's as a whole. */
  body_id: string | null;
  noun: string;
  record_id: string;
  title: string;
  content: Json<unknown>;
  content_hash: string;
  /** Whether it holds what lies in a matter that is not open. */
  protected: boolean;
  ground: string;
  provision: string | null;
  assessment: string | null;
  note: string | null;
  ask: JsonOrNull<unknown>;
  released_at: Date;
  released_by: string;
};

/** One of those a release is for: a principal, or the guests of a group. */
export type ReleaseReceiverRow = TenantRow & { release_id: string; body_id: string; audience: string };

/** What became of a release at one of its receivers. */
export type ReleaseEventRow = RecordRow & {
  release_id: string;
  body_id: string;
  kind: string;
  at: Date;
  by_name: string;
  reason: string | null;
};

/** An answer that came back, as it came. */
export type ReceivedAnswerRow = RecordRow & {
  release_id: string;
  body_id: string;
  content: Json<unknown>;
  answered_at: Date;
  answered_by: string;
  received_at: Date;
};

/** The copy of what another authority let us have. */
export type ReceivedReleaseRow = VersionedRow & {
  giver_body_id: string;
  giver_authority_id: string;
  giver_release_id: string;
  /** The body that stands for us at the giver. */
  addressed_body_id: string;
  title: string;
  content: Json<unknown>;
  content_hash: string;
  protected: boolean;
  ground: string;
  provision: string | null;
  note: string | null;
  ask: JsonOrNull<unknown>;
  due_on: DateColumn | null;
  released_at: Date;
  released_by: string;
  received_at: Date;
  state: string;
  read_at: Date | null;
  read_by: string | null;
  recalled_at: Date | null;
  recall_reason: string | null;
};

/** What we answered, as it was sent back. */
export type ReleaseAnswerRow = RecordRow & {
  received_release_id: string;
  content: Json<unknown>;
  answered_at: Date;
  answered_by: string;
};

export type ReleasesTables = {
  principal: PrincipalRow;
  release: ReleaseRow;
  release_receiver: ReleaseReceiverRow;
  release_event: ReleaseEventRow;
  received_answer: ReceivedAnswerRow;
  received_release: ReceivedReleaseRow;
  release_answer: ReleaseAnswerRow;
};
