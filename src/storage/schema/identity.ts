import type { ColumnType, Generated } from 'kysely';
import type { DateColumn, Json, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** What somebody who has not come in yet is in the middle of: on the way to a provider, before a passkey, or with a password and no code. */
export type PendingSignInRow = TenantRow & {
  token_hash: string;
  kind: string;
  account_id: string | null;
  /** The session that is proved anew, when it is not a new one that is opened. */
  session_id: string | null;
  content: Json<Readonly<Record<string, string>>>;
  tries: Generated<number>;
  expires_at: Date;
};

/** An identity elsewhere that opens an account. The person is known by a keyed hash: no identity number is kept (R-GDPR-3). */
export type AccountIdentityRow = RecordRow & {
  account_id: string;
  provider: string;
  kind: string;
  subject_hash: string;
  /** The name of the administrator who tied it. */
  tied_by: string;
  tied_at: Date;
  last_used_at: Date | null;
};

/** The code with which somebody unknown asks an administrator to be tied to an account. */
export type TyingCodeRow = TenantRow & {
  code_hash: string;
  provider: string;
  kind: string;
  subject_hash: string;
  expires_at: Date;
};

/** The shared secret of an app that makes codes (RFC 6238), sealed with the key of the installation; `last_step` keeps a code from counting twice. */
export type CodeFactorRow = TenantRow & {
  account_id: string;
  sealed_secret: string;
  confirmed_at: Date | null;
  last_step: ColumnType<string, string | number | undefined, string | number>;
};

export type RecoveryCodeRow = TenantRow & { account_id: string; code_hash: string; used_at: Date | null };

/** A passkey (WebAuthn): the public half, and a counter that tells a copied one. */
export type PasskeyRow = RecordRow & {
  account_id: string;
  credential_id: string;
  public_key: string;
  counter: ColumnType<string, string | number, string | number>;
  transports: string;
  label: string;
  made_at: Date;
  last_used_at: Date | null;
};

/** Somebody who acts in another's role on one body between two days. */
export type StandInRow = VersionedRow & {
  giver_id: string;
  receiver_id: string;
  role: string;
  body_id: string;
  valid_from: DateColumn;
  valid_to: DateColumn;
  /** The name of who gave it: the person stood in for, or an administrator. */
  given_by: string;
  ended_at: Date | null;
};

export type IdentityTables = {
  pending_sign_in: PendingSignInRow;
  account_identity: AccountIdentityRow;
  tying_code: TyingCodeRow;
  code_factor: CodeFactorRow;
  recovery_code: RecoveryCodeRow;
  passkey: PasskeyRow;
  stand_in: StandInRow;
};
