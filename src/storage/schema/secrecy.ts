import type { Generated } from 'kysely';
import type { DateColumn, Json, RecordRow, TenantRow } from './columns.ts';

/** A mark of secrecy on one field of one record. Append-only: it is lifted by a row of its own. */
export type SecrecyMarkRow = RecordRow & {
  noun: string;
  record_id: string;
  field: string;
  level: string;
  provision: string | null;
  authority: string;
  marked_on: DateColumn;
  marked_by: string;
  review_on: DateColumn | null;
  body_id: string | null;
  created_at: Generated<Date>;
};

/** That a mark holds no longer, since when, by whom and why. Append-only. */
export type SecrecyLiftRow = RecordRow & { mark_id: string; lifted_on: DateColumn; lifted_by: string; reason: string };

/** The text that a standing mark keeps from the record it belongs to, which holds public words meanwhile (OSL 5:2: kept apart). */
export type SecrecyValueRow = TenantRow & { mark_id: string; secret_text: string };

/** A copy of a document in which parts are masked: what was left of it, never what was taken away. Append-only. */
export type MaskedCopyRow = RecordRow & {
  document_id: string;
  disclosure_request_id: string | null;
  body_id: string | null;
  title: string;
  made_on: DateColumn;
  made_by: string;
  mask_count: number;
  provisions: Json<readonly string[]>;
  /** The tree that every format is written from. */
  tree: Json<unknown>;
};

export type SecrecyTables = {
  secrecy_mark: SecrecyMarkRow;
  secrecy_lift: SecrecyLiftRow;
  secrecy_value: SecrecyValueRow;
  masked_copy: MaskedCopyRow;
};
