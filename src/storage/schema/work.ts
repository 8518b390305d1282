import type { DateColumn, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** What an account lets rest until a day; the work is named by its key, because it follows from records and has no row of its own. */
export type WorkRestRow = TenantRow & {
  account_id: string;
  work_key: string;
  until_on: DateColumn;
  reason: string;
  rested_at: Date;
};

/** That somebody handed a piece of work to somebody. It holds until `ended_on`: returned, taken back, or the work was done. */
export type WorkDelegationRow = VersionedRow & {
  work_key: string;
  from_account_id: string;
  to_account_id: string;
  note: string | null;
  state: string;
  /** What the one who returned it said. */
  answer: string | null;
  delegated_on: DateColumn;
  ended_on: DateColumn | null;
};

/** How the house writes to an account about its work; an account without a row has what is said where nothing is chosen. */
export type WorkSettingRow = TenantRow & {
  account_id: string;
  version: number;
  /** 1 is Monday; null is no weekly letter. */
  digest_weekday: number | null;
  reminders: boolean;
};

/** A letter about work that was laid in the outbox: `occasion` is the week or the day that it is for. */
export type WorkLetterRow = RecordRow & {
  account_id: string;
  kind: string;
  occasion: string;
  entries: number;
  posted_on: DateColumn;
  outbox_id: string;
};

export type WorkTables = {
  work_rest: WorkRestRow;
  work_delegation: WorkDelegationRow;
  work_setting: WorkSettingRow;
  work_letter: WorkLetterRow;
};
