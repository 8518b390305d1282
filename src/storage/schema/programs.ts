import type { Generated } from 'kysely';
import type { RecordRow, VersionedRow } from './columns.ts';

/** A key with which a program acts for a person; only its SHA-256 is kept. */
export type ApiTokenRow = RecordRow & {
  account_id: string;
  token_hash: string;
  name: string;
  /** The actions that it may do, which are never more than the person may. */
  scopes: readonly string[];
  /** The account's when the key was made: it ends with everything else that was opened before. */
  epoch: number;
  made_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  ended_at: Date | null;
};

/** An address outside that is told of what happens. */
export type WebhookRow = VersionedRow & {
  address: string;
  events: readonly string[];
  /** The secret of the signature, sealed with a key of the installation. */
  sealed_secret: string;
  state: string;
  /** Messages in a row that never arrived. */
  failures: Generated<number>;
  registered_by: string;
};

/** One attempt to tell an address; `failure` is a code of `deliveryFailures`. */
export type WebhookDeliveryRow = RecordRow & {
  webhook_id: string;
  message_id: string;
  event: string;
  attempt: number;
  at: Date;
  status: number | null;
  failure: string | null;
};

export type ProgramsTables = {
  api_token: ApiTokenRow;
  webhook: WebhookRow;
  webhook_delivery: WebhookDeliveryRow;
};
