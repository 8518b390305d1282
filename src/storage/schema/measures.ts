import type { ColumnType } from 'kysely';
import type { DateColumn, Json, RecordRow, VersionedRow } from './columns.ts';

/** Whole kronor: the driver reads a bigint as text. */
export type KronorColumn = ColumnType<string, number, number>;
export type KronorOrNull = ColumnType<string | null, number | null, number | null>;

/** The economic action plan of a body for a year (PLN-16), with the sum it was told to reach (PLN-17). */
export type MeasurePlanRow = VersionedRow & {
  body_id: string;
  year: number;
  title: string;
  demanded: KronorOrNull;
  assignment_id: string | null;
};

/** A measure of the plan: what is done, by whom, from when, and what it is to give. */
export type MeasureRow = VersionedRow & {
  measure_plan_id: string;
  number: number;
  title: string;
  description: string;
  kind: string;
  responsible_body_id: string;
  planned: KronorColumn;
  planned_full_year: KronorColumn;
  starts_on: DateColumn;
  assignment_id: string | null;
  goal_id: string | null;
  state: string;
  state_reason: string | null;
};

/** What was told of a measure at the end of a month (FOL-16), with both kinds of consequence (REP-25). `month` is its first day. */
export type MeasureTellingRow = VersionedRow & {
  measure_id: string;
  month: DateColumn;
  effect: KronorColumn;
  forecast: KronorColumn;
  financial: string;
  operational: string;
  told_by: string;
  told_on: DateColumn;
};

/** A chapter of an interim or annual report: what was drafted, sentence by sentence with its sources, and the text as it stands. */
export type PeriodChapterRow = VersionedRow & {
  report_id: string;
  chapter: string;
  draft: Json<unknown>;
  chapter_text: string;
  /** True when a person wrote or changed the text; it is then never drafted over. */
  edited: boolean;
};

/** An assignment in an interim or annual report, with the version of the assessment that is quoted; null when nobody had assessed it. */
export type PeriodQuotationRow = RecordRow & {
  report_id: string;
  assignment_id: string;
  position: number;
  quoted_assessment_id: string | null;
  quoted_version: number | null;
  /** The newest version that a person saw and chose not to quote. */
  kept_version: number | null;
};

export type MeasuresTables = {
  measure_plan: MeasurePlanRow;
  measure: MeasureRow;
  measure_telling: MeasureTellingRow;
  period_chapter: PeriodChapterRow;
  period_quotation: PeriodQuotationRow;
};
