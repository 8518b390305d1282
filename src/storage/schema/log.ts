import type { ColumnType, Generated } from 'kysely';
import type { JsonOrNull, TenantRow } from './columns.ts';

/** One entry of the log, chained to the one before it by `prev_hash`. Format 1 holds its text, format 2 commitments to it. */
export type LogEntryRow = TenantRow & {
  seq: ColumnType<string, string | number, never>;
  at: Date;
  format: Generated<number>;
  actor_id: string | null;
  actor_name: string | null;
  actor_commitment: string | null;
  verb: string;
  noun: string;
  record_id: string;
  data: JsonOrNull<Record<string, unknown>>;
  data_commitment: string | null;
  prev_hash: string;
  hash: string;
};

/** What the commitments of an entry of format 2 stand for; a part that was erased is empty together with its salt. */
export type LogContentRow = TenantRow & {
  seq: ColumnType<string, string | number, never>;
  actor_id: string | null;
  actor_name: string | null;
  actor_salt: string | null;
  data: JsonOrNull<Record<string, unknown>>;
  data_salt: string | null;
};

/** That a part of an entry's content was to be erased, and why. */
export type LogErasureRow = TenantRow & {
  seq: ColumnType<string, string | number, never>;
  part: string;
  reason: string;
  decided_at: Date;
};

/** The entries of both formats with their text, as they are read. */
export type LogToldRow = TenantRow & {
  seq: ColumnType<string, never, never>;
  at: Date;
  format: number | null;
  actor_id: string | null;
  actor_name: string | null;
  verb: string;
  noun: string;
  record_id: string;
  data: JsonOrNull<Record<string, unknown>>;
  prev_hash: string;
  hash: string;
};

/** The last entry of a tenant's log. */
export type LogHeadRow = TenantRow & { seq: ColumnType<string, string | number, string | number>; hash: string };

/** The root of a whole subtree of 256 entries, so that heads and proofs do not read the log anew. */
export type LogTileRow = TenantRow & { tile: ColumnType<string, string | number, never>; hash: string };

/** A signed tree head: what the log was when it had so many entries. */
export type TreeHeadRow = TenantRow & {
  size: ColumnType<string, string | number, never>;
  root: string;
  chain: string;
  signed_at: Date;
  key_name: string;
  public_key: string;
  note: string;
};

export type LogTables = {
  log_entry: LogEntryRow;
  log_content: LogContentRow;
  log_erasure: LogErasureRow;
  log_told: LogToldRow;
  log_head: LogHeadRow;
  log_tile: LogTileRow;
  tree_head: TreeHeadRow;
};
