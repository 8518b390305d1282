import type { Json, JsonOrNull, RecordRow, VersionedRow } from './columns.ts';

/** One proposal to make a record public, with what the gate found, who reviewed it, and what became of it. */
export type PublicationRow = VersionedRow & {
  noun: string;
  record_id: string;
  body_id: string | null;
  title: string;
  state: string;
  /** The hash of what was proposed; what is reviewed must still be that. */
  content_hash: string;
  /** The hash of what became public, after masking; empty until it did. */
  public_hash: string | null;
  findings: Json<unknown>;
  edition: number | null;
  proposed_at: Date;
  proposed_by: string;
  proposer_id: string | null;
  reviewed_at: Date | null;
  reviewed_by: string | null;
  reviewer_id: string | null;
  published_at: Date | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  reason: string | null;
};

/** What happened to a publication, added to and never rewritten. */
export type PublicationEventRow = RecordRow & {
  publication_id: string;
  kind: string;
  at: Date;
  by_name: string;
  account_id: string | null;
  details: JsonOrNull<unknown>;
};

export type PublicationsTables = {
  publication: PublicationRow;
  publication_event: PublicationEventRow;
};
