import type { Generated } from 'kysely';
import type { DateColumn, RecordRow, TenantRow, VersionedRow } from './columns.ts';

export type AccountRow = VersionedRow & {
  login: string;
  name: string;
  email: string | null;
  /** The number that a notice prints beside the name of who sends it (seed 001). */
  phone: string | null;
  /** Argon2id in PHC form; null for an account that signs in elsewhere (OpenID Connect). */
  password_hash: string | null;
  language: string;
  active: Generated<boolean>;
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
  account_id: string;
  csrf_token: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
};

export type AccessTables = { account: AccountRow; role_grant: RoleGrantRow; session: SessionRow };
