import type { ColumnType } from 'kysely';
import type { RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** Who counter-signs the heads of our log. */
export type WitnessRow = VersionedRow & {
  kind: string;
  name: string;
  neighbour_id: string | null;
  address: string | null;
  key: string | null;
  added_at: Date;
  last_asked_at: Date | null;
  last_agreed_at: Date | null;
  refusal: string | null;
};

/** A witness's signature under a head of ours. */
export type HeadCosignatureRow = TenantRow & {
  size: ColumnType<string, string | number, never>;
  witness_name: string;
  signed_at: Date;
  cosignature: string;
};

/** A log of somebody else that we witness. */
export type WatchedLogRow = VersionedRow & {
  origin: string;
  name: string;
  key: string;
  added_at: Date;
  ended_at: Date | null;
};

/** A head of a watched log that we found consistent with all that we had seen of it. */
export type WatchedHeadRow = TenantRow & {
  watched_log_id: string;
  size: ColumnType<string, string | number, never>;
  root: string;
  note: string;
  received_at: Date;
};

/** A signed head that contradicts what we had seen: the proof that a log was rolled back or rewritten. */
export type WatchedFaultRow = RecordRow & {
  watched_log_id: string;
  kind: string;
  size: ColumnType<string, string | number, never>;
  note: string;
  received_at: Date;
};

/** Something about a log that a person must look at; open until somebody has. */
export type LogAlarmRow = VersionedRow & {
  kind: string;
  subject: string;
  detail: string;
  raised_at: Date;
  settled_at: Date | null;
  settled_by: string | null;
  settlement: string | null;
};

export type WitnessingTables = {
  log_alarm: LogAlarmRow;
  witness: WitnessRow;
  head_cosignature: HeadCosignatureRow;
  watched_log: WatchedLogRow;
  watched_head: WatchedHeadRow;
  watched_fault: WatchedFaultRow;
};
