import type { DateColumn, RecordRow, VersionedRow } from './columns.ts';

/** Somebody's wish to be told by letter of what is published; the address is all that is kept of them, and is forgotten with the wish. */
export type PortalSubscriptionRow = RecordRow & {
  address: string;
  /** The hash of the token in the letters, by which the wish is confirmed and ended. */
  token_hash: string;
  noun: string | null;
  body_id: string | null;
  words: string | null;
  language: string;
  asked_at: Date;
  /** Empty until the link in the first letter was followed: nobody subscribes for another. */
  confirmed_at: Date | null;
  /** The number of the last change that has been told. */
  told_seq: string;
};

/** An order of an accessible copy of something published (lag 2018:1937). Who orders need not say who they are. */
export type CopyOrderRow = VersionedRow & {
  reference: string;
  noun: string;
  record_id: string;
  title: string;
  file_name: string | null;
  wish: string;
  reply_to: string | null;
  state: string;
  ordered_on: DateColumn;
  answered_on: DateColumn | null;
  answer: string | null;
};

export type PortalTables = { portal_subscription: PortalSubscriptionRow; copy_order: CopyOrderRow };
