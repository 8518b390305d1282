import type { Json, JsonOrNull, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** The agenda as it was frozen: number 1 is the notice, the later ones are supplements. */
export type AgendaVersionRow = RecordRow & {
  meeting_id: string;
  number: number;
  kind: string;
  frozen_at: Date;
  frozen_by: string;
  content: Json<unknown>;
  content_hash: string;
  /** The last day to send it, with the rule by which it was counted; null for a body without such a rule. */
  deadline: JsonOrNull<unknown>;
  /** Why it was sent after that day; a body's own reglemente allows it, the law does not. */
  late_reason: string | null;
};

/** A registered document that belongs to an item, in the order of the notice. */
export type AgendaItemDocumentRow = TenantRow & { agenda_item_id: string; document_id: string; position: number };

/** A matter raised at the meeting, with what the body said to taking it up (KL 5:52). */
export type RaisedItemRow = TenantRow & {
  agenda_item_id: string;
  raised_by: string;
  reason: string | null;
  consent: string;
  noted_at: Date;
  noted_by: string;
};

/** An item that a body has on every agenda. `sub` stands under the nearest one before it that does not. */
export type StandingItemRow = RecordRow & {
  body_id: string;
  position: number;
  place: string;
  sub: boolean;
  title: string;
  category: string;
  clauses: Json<readonly string[]>;
};

/** Who a notice proposes to adjust the minutes, and in whose place. */
export type ChosenAdjusterRow = TenantRow & {
  meeting_id: string;
  duty: string;
  position: number;
  seat_id: string | null;
  name: string;
  party: string | null;
};

/** The memo (föredragnings-PM) in which an official presents an item. */
export type MemoRow = VersionedRow & {
  agenda_item_id: string;
  state: string;
  unit: string | null;
  officer: string | null;
  sections: Json<Readonly<Record<string, string>>>;
  /** The sections that were answered with "no consequences". */
  no_consequences: Json<readonly string[]>;
  basis: Json<readonly string[]>;
  signatures: Json<readonly string[]>;
  recipients: Json<readonly string[]>;
};

export type AgendaTables = {
  agenda_version: AgendaVersionRow;
  agenda_item_document: AgendaItemDocumentRow;
  raised_item: RaisedItemRow;
  standing_item: StandingItemRow;
  chosen_adjuster: ChosenAdjusterRow;
  memo: MemoRow;
};
