import type { RecordRow, VersionedRow } from './columns.ts';

/** A notice board of an authority, or of one body whose reglemente gives it its own; kept here as files, or elsewhere by somebody else. */
export type NoticeBoardRow = VersionedRow & {
  body_id: string;
  /** The name of its folder. */
  slug: string;
  keeping: string;
  /** Where it can be read when it is kept elsewhere. */
  address: string | null;
  /** Since when its files are read back each minute; null until that has begun. */
  probed_since: Date | null;
};

/** A span of time in which an entry was seen on its board each minute. Its end moves forward; nothing else of it changes. */
export type PostingProofRow = RecordRow & {
  board_notice_id: string;
  /** The place among the spans and gaps of the entry, in the order in which they were found. */
  seq: number;
  from_at: Date;
  to_at: Date;
  content_hash: string;
  how: string;
};

/** A span of time in which an entry was not seen on its board, or nobody looked. Append-only. */
export type PostingGapRow = RecordRow & {
  board_notice_id: string;
  seq: number;
  from_at: Date;
  to_at: Date;
  reason: string;
};

/** What somebody stated about a gap: by what else it is known that the entry was to be seen. Append-only. */
export type PostingGapStatementRow = RecordRow & {
  posting_gap_id: string;
  statement: string;
  stated_by: string;
  stated_at: Date;
};

export type PostingProofTables = {
  notice_board: NoticeBoardRow;
  posting_proof: PostingProofRow;
  posting_gap: PostingGapRow;
  posting_gap_statement: PostingGapStatementRow;
};
