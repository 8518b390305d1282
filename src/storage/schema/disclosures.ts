import type { DateColumn, VersionedRow } from './columns.ts';

/** A request to see documents (TF 2:15). There is no column for who asks or why (TF 2:18). */
export type DisclosureRequestRow = VersionedRow & {
  body_id: string;
  received_on: DateColumn;
  asked_for: string;
  matter_id: string | null;
  /** Where the answer goes, when the one who asks chose to say; emptied when nothing more is to be sent. */
  contact: string | null;
  state: string;
  answered_on: DateColumn | null;
  /** The provisions by which something was held back (TF 2:20). */
  provisions: string | null;
  /** The written decision to refuse. */
  decision: string | null;
  answered_by: string | null;
  /** The code by which whoever asked follows the request; requests from before there were codes have none. */
  reference: string | null;
};

/** What was found when a document of a request was tried. */
export type DisclosureDocumentRow = VersionedRow & {
  disclosure_request_id: string;
  document_id: string;
  outcome: string;
  provision: string | null;
  tried_on: DateColumn;
  tried_by: string;
};

export type DisclosuresTables = {
  disclosure_request: DisclosureRequestRow;
  disclosure_document: DisclosureDocumentRow;
};
