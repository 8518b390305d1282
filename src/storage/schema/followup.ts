import type { DateColumn, JsonOrNull, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** A period of follow-up: the interim report or the year. */
export type PeriodRow = VersionedRow & {
  year: number;
  kind: string;
  name: string;
  starts_on: DateColumn;
  ends_on: DateColumn;
  deadline: DateColumn | null;
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
};

/** How a body stands to an assignment a year when no meeting tells it: absorbed, notConcerned, notNow, elsewhere … in its own words. */
export type AssignmentPositionRow = VersionedRow & {
  assignment_id: string;
  body_id: string;
  year: number;
  answer_type: string;
  position_text: string;
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
};

export type BudgetInputPointRow = RecordRow & {
  budget_input_id: string;
  number: number;
  point: string;
  taken_up_by_assignment_id: string | null;
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
