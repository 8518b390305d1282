import type { Generated } from 'kysely';
import type { DateColumn, JsonOrNull, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** A period of follow-up: the interim report or the year. */
export type PeriodRow = VersionedRow & {
  year: number;
  kind: string;
  name: string;
  starts_on: DateColumn;
  ends_on: DateColumn;
  deadline: DateColumn | null;
  /** The day by which those who are asked contribute; null where nobody was asked. */
  contributions_due_on: DateColumn | null;
  state: Generated<string>;
};

/** What the performer says about an assignment at a period: status, text, forecast. */
export type AssessmentRow = VersionedRow & {
  assignment_id: string;
  period_id: string;
  body_id: string | null;
  status: string;
  status_phrase: string | null;
  assessment_text: string;
  forecast_on: DateColumn | null;
  /** The assessment of an earlier period whose text was carried over; emptied when somebody writes. */
  carried_from_id: string | null;
  carried_from_version: number | null;
  /** Who said that the carried text still holds; null until somebody has. */
  carried_confirmed_by: string | null;
};

/** Every version an assessment has had: a quotation names the version it quotes. Append-only. */
export type AssessmentVersionRow = TenantRow & {
  assessment_id: string;
  version: number;
  status: string;
  status_phrase: string | null;
  assessment_text: string;
  written_at: Date;
  written_by: string;
  forecast_on: DateColumn | null;
  /** Set while this wording was carried over and nobody had said that it holds. */
  carried_from_id: string | null;
};

/** How a body stands to an assignment a year when no meeting tells it: absorbed, notConcerned, notNow, elsewhere … in its own words. */
export type AssignmentPositionRow = VersionedRow & {
  assignment_id: string;
  body_id: string;
  year: number;
  answer_type: string;
  position_text: string;
  /** When it is to be asked again whether it lies within the remit. */
  recheck_on: DateColumn | null;
};

export type ReportRow = VersionedRow & {
  kind: string;
  body_id: string;
  to_body_id: string | null;
  year: number;
  title: string;
  foreword: string;
  closing: string;
  state: string;
  /** The decision in a meeting that approved it. */
  approved_by_decision_id: string | null;
  approved_on: DateColumn | null;
  delivered_on: DateColumn | null;
  /** The document tree as approved: from then on the report is this, whatever happens to the register. */
  frozen_tree: JsonOrNull<unknown>;
  frozen_hash: string | null;
  /** By what its answers stand under headings. */
  grouping: Generated<string>;
  /** Whether it lists every assignment of the plan or only the body's own and those it chose. */
  selection: Generated<string>;
};

/** One answer: an assignment, the type of answer, the text, and the quotation from the interim report as of a version. */
export type ReportEntryRow = VersionedRow & {
  report_id: string;
  assignment_id: string;
  position: number;
  group_heading: string | null;
  answer_type: string;
  answer_text: string;
  /** True when a person wrote or changed the text; a drafted text may be drafted again, an edited one is never overwritten. */
  edited: boolean;
  quoted_assessment_id: string | null;
  quoted_version: number | null;
  /** The newest version of the assessment that a person saw and chose not to quote; null when nobody has. */
  kept_version: number | null;
  /** True when the report takes it up although the body has no part in the assignment. */
  chosen: Generated<boolean>;
};

/** Claim → proof. The claim is one sentence of an entry (`claim_hash` over its text); the proof an agenda item, decision, assessment or passage. */
export type EvidenceRow = RecordRow & {
  report_entry_id: string;
  claim_hash: string;
  claim_text: string;
  source_noun: string;
  source_id: string;
  confirmed: boolean;
};

/** Input (inspel) from a body to next year's plan. */
export type BudgetInputRow = VersionedRow & {
  body_id: string;
  for_year: number;
  dated_on: DateColumn | null;
  title: string;
  state: Generated<string>;
  to_body_id: string | null;
  /** The matter under whose number the letter is registered. */
  matter_id: string | null;
  /** What the letter says before its points. */
  opening: Generated<string>;
  discussed_item_id: string | null;
  discussed_on: DateColumn | null;
  decided_by_decision_id: string | null;
  decided_on: DateColumn | null;
  sent_on: DateColumn | null;
  /** The item in which the receiver took it up. */
  received_item_id: string | null;
  answered_on: DateColumn | null;
  /** The letter as decided; from then on it is this. */
  frozen_tree: JsonOrNull<unknown>;
  frozen_hash: string | null;
};

export type BudgetInputPointRow = RecordRow & {
  budget_input_id: string;
  number: number;
  point: string;
  /** The sentence that states the wish, when it was written as such; otherwise it is the first sentence. */
  headline: string | null;
  goal_id: string | null;
  about_assignment_id: string | null;
  /** The text was drafted from a finding and nobody has gone over it yet. */
  drafted: Generated<boolean>;
};

export type FollowupTables = {
  period: PeriodRow;
  assessment: AssessmentRow;
  assessment_version: AssessmentVersionRow;
  assignment_position: AssignmentPositionRow;
  report: ReportRow;
  report_entry: ReportEntryRow;
  evidence: EvidenceRow;
  budget_input: BudgetInputRow;
  budget_input_point: BudgetInputPointRow;
};
