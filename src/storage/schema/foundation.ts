import type { ColumnType, Generated } from 'kysely';
import type { Json, RecordRow, TenantRow } from './columns.ts';

/** An authority whose records are kept apart from all others: a region or a municipality. */
export type TenantTableRow = {
  id: string;
  slug: string;
  name: string;
  organisation_number: string | null;
  created_at: Date;
};

/** A message that leaves the house after its transaction was committed. */
export type OutboxRow = RecordRow & {
  topic: string;
  payload: Json<Record<string, unknown>>;
  posted_at: Date;
  sent_at: Date | null;
  attempts: Generated<number>;
  next_attempt_at: Date;
  last_error: string | null;
};

/** The stored answer of a verb, given again when the same request arrives twice. */
export type IdempotencyRow = TenantRow & {
  key: string;
  verb: string;
  account_id: string | null;
  result: ColumnType<unknown, string | null, string | null>;
  at: Date;
};

export type FoundationTables = {
  tenant: TenantTableRow;
  outbox: OutboxRow;
  idempotency: IdempotencyRow;
};
