import type { ColumnType, Generated } from 'kysely';
import type { DateColumn, RecordRow, TenantRow, VersionedRow } from './columns.ts';
import type { IdentityTables } from './identity.ts';

export type AccountRow = VersionedRow & {
  login: string;
  name: string;
  email: string | null;
  /** The number that a notice prints beside the name of who sends it (seed 001). */
  phone: string | null;
  /** Argon2id in PHC form; null for an account that signs in elsewhere (OpenID Connect). */
  password_hash: string | null;
  language: string;
  /** A code of `accountStates`; only who is active comes in. */
  state: Generated<string>;
  state_reason: string | null;
  /** Rises when all that was opened before is to end: a new password, a suspension. */
  epoch: Generated<number>;
  /** Follows from the state. */
  active: ColumnType<boolean, never, never>;
  /** The person of the register that the account belongs to: what they are disqualified from, and which summons is theirs, follows from it. */
  person_id: string | null;
};

/** A role held by an account, for the whole tenant or, with `body_id`, on one body only. */
export type RoleGrantRow = RecordRow & {
  account_id: string;
  role: string;
  body_id: string | null;
  valid_from: DateColumn;
  valid_to: DateColumn | null;
};

/** The key is the SHA-256 of the token in the cookie: who reads the table cannot take over a session. */
export type SessionRow = TenantRow & {
  token_hash: string;
  id: string;
  account_id: string;
  csrf_token: string;
  /** A code of `signInMethods`, and whether it stood on two factors. */
  method: string;
  two_factors: boolean;
  provider: string | null;
  /** The browser and the machine in words, for who looks through their own sessions. */
  device: string;
  /** When the person last showed who they are. */
  proved_at: Date;
  /** The account's when the session was opened. */
  epoch: number;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
};

export type AccessTables = IdentityTables & {
  account: AccountRow;
  role_grant: RoleGrantRow;
  session: SessionRow;
};
