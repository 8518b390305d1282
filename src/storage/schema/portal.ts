import type { RecordRow, TenantRow } from './columns.ts';

/** Somebody's wish to be told by letter of what is published; the address is all that is kept of them, and is forgotten with the wish. */
export type PortalSubscriptionRow = RecordRow & {
  address: string;
  noun: string | null;
  body_id: string | null;
  words: string | null;
  language: string;
  asked_at: Date;
  /** Empty until the link in the first letter was followed: nobody subscribes for another. */
  confirmed_at: Date | null;
  /** The newest letter, for which a link is made when it leaves. */
  letter_id: string;
  /** The number of the last change that has been told. */
  told_seq: string;
};

/** A link in a letter, known by its hash alone: it confirms the wish, or ends it. */
export type PortalSubscriptionLinkRow = TenantRow & {
  token_hash: string;
  portal_subscription_id: string;
  made_at: Date;
};

export type PortalTables = {
  portal_subscription: PortalSubscriptionRow;
  portal_subscription_link: PortalSubscriptionLinkRow;
};
