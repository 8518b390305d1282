import type { DateColumn, JsonOrNull, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** A round of joint self-assessments (FOL-01): one form in one year, led by one body. */
export type AssessmentRoundRow = VersionedRow & {
  form_version_id: string;
  body_id: string;
  year: number;
  title: string;
  due_on: DateColumn;
  state: string;
};

/** The one form that units fill in together. `units_key` holds the ids of the units in order. */
export type SelfAssessmentRow = VersionedRow & {
  round_id: string;
  form_response_id: string;
  units_key: string;
  state: string;
  agreed_on: DateColumn | null;
};

/** A unit that takes part: which side it is, which functions sat down, and that it agrees. */
export type SelfAssessmentPartyRow = VersionedRow & {
  self_assessment_id: string;
  body_id: string;
  side: string;
  participants: string;
  agreed_by: string | null;
  agreed_on: DateColumn | null;
};

/** That a unit sees an area otherwise than the common answer says. */
export type SelfAssessmentViewRow = VersionedRow & {
  self_assessment_party_id: string;
  question_code: string;
  step: number | null;
  note: string;
};

/** A point of the common action plan (FOL-03). */
export type CommonPointRow = VersionedRow & {
  self_assessment_id: string;
  number: number;
  question_code: string | null;
  what: string;
  responsible_body_id: string;
  responsible_function: string;
  due_on: DateColumn;
  state: string;
  carried_from_id: string | null;
};

/** What was told of a point, and the state it was left in: append-only. */
export type CommonPointTellingRow = RecordRow & {
  common_point_id: string;
  told: string;
  state: string;
  told_on: DateColumn;
  told_by: string;
  told_at: Date;
};

/** A study by review of records (FOL-04): what it is for, and its summary as it was published. */
export type ReviewStudyRow = VersionedRow & {
  body_id: string;
  title: string;
  kind: string;
  purpose: string;
  scope: string;
  conclusions: string;
  state: string;
  published_on: DateColumn | null;
  published: JsonOrNull<unknown>;
};

export type ReviewStudyUnitRow = TenantRow & { review_study_id: string; body_id: string };

/** One occasion of a study (FOL-05): its days, how many were reviewed, and what was found in words. */
export type ReviewRoundRow = VersionedRow & {
  review_study_id: string;
  number: number;
  title: string;
  starts_on: DateColumn;
  ends_on: DateColumn;
  reviewed: number | null;
  findings: string;
};

export type ReviewVariableRow = VersionedRow & { review_study_id: string; number: number; label: string };

/** How many of those reviewed in a round had what a variable asks for. */
export type ReviewFigureRow = TenantRow & {
  review_round_id: string;
  review_variable_id: string;
  count: number;
};

/** A lesson of a study, and the record that it was carried into. */
export type ReviewLessonRow = VersionedRow & {
  review_study_id: string;
  number: number;
  lesson: string;
  carried_noun: string | null;
  carried_id: string | null;
  carried_within_id: string | null;
  carried_on: DateColumn | null;
};

export type LearningTables = {
  assessment_round: AssessmentRoundRow;
  self_assessment: SelfAssessmentRow;
  self_assessment_party: SelfAssessmentPartyRow;
  self_assessment_view: SelfAssessmentViewRow;
  common_point: CommonPointRow;
  common_point_telling: CommonPointTellingRow;
  review_study: ReviewStudyRow;
  review_study_unit: ReviewStudyUnitRow;
  review_round: ReviewRoundRow;
  review_variable: ReviewVariableRow;
  review_figure: ReviewFigureRow;
  review_lesson: ReviewLessonRow;
};
