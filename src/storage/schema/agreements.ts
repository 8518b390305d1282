import type { Generated } from 'kysely';
import type { DateColumn, JsonWithDefault, VersionedRow } from './columns.ts';

/** What principals have agreed on (AGR-01), with its term and how it is ended. */
export type AgreementRow = VersionedRow & {
  name: string;
  starts_on: DateColumn | null;
  ends_on: DateColumn | null;
  /** "Tills vidare": it runs until somebody gives notice. */
  open_ended: boolean;
  notice_months: number | null;
  agenda_item_id: string | null;
  kind: Generated<string>;
  state: Generated<string>;
  state_reason: string | null;
  /** The body that keeps it; null when nobody has said. */
  body_id: string | null;
  purpose: Generated<string>;
  scope: Generated<string>;
  area: Generated<string>;
  diary_number: string | null;
  starts_when: Generated<string>;
  renew_months: number | null;
  alarm_months: JsonWithDefault<readonly number[]>;
  predecessor_id: string | null;
  /** The earlier agreement in the words of a source, where the register does not have it. */
  predecessor_told: string | null;
  /** A day or a month, as exactly as it is known. */
  signed_on: string | null;
  changes: JsonWithDefault<readonly string[]>;
  plan_told: string | null;
  notice_given_on: DateColumn | null;
  notice_given_by: string | null;
  notice_ends_on: DateColumn | null;
};

/** The text of an agreement as it was proposed or decided; what is fixed is never changed. */
export type AgreementVersionRow = VersionedRow & {
  agreement_id: string;
  number: number;
  label: string;
  agreement_text: string;
  document_id: string | null;
  made_on: DateColumn;
  fixed_on: DateColumn | null;
};

/** Who the agreement is between. */
export type AgreementPartyRow = VersionedRow & {
  agreement_id: string;
  kind: string;
  name: string;
  body_id: string | null;
  /** More than one where a source counts parties and names none ("fyra kommuner"). */
  members: Generated<number>;
  decides: boolean;
  signed_on: DateColumn | null;
};

/** What a source says of decisions that nobody has shown one by one. */
export type AgreementClaimRow = VersionedRow & {
  agreement_id: string;
  principals: number | null;
  words: string;
  settled_on: DateColumn | null;
};

/** The decision of one party. */
export type AgreementDecisionRow = VersionedRow & {
  agreement_id: string;
  agreement_party_id: string;
  outcome: string;
  basis: string;
  decided_by: string;
  decided_on: DateColumn | null;
  diary_number: string | null;
  remarks: string;
  decision_id: string | null;
  document_id: string | null;
  agreement_claim_id: string | null;
};

/** A step of the plan by which the agreement is carried out. */
export type AgreementStepRow = VersionedRow & {
  agreement_id: string;
  what: string;
  responsible: string;
  agreement_party_id: string | null;
  due_on: DateColumn | null;
  done_on: DateColumn | null;
  note: string;
};

export type AgreementsTables = {
  agreement: AgreementRow;
  agreement_version: AgreementVersionRow;
  agreement_party: AgreementPartyRow;
  agreement_claim: AgreementClaimRow;
  agreement_decision: AgreementDecisionRow;
  agreement_step: AgreementStepRow;
};
