import type { ColumnType } from 'kysely';
import type { DateColumn, JsonOrNull, RecordRow, VersionedRow } from './columns.ts';

/** What is measured (IND-01), by its name and unit. */
export type IndicatorRow = VersionedRow & {
  name: string;
  unit: string;
  /** Whether more is better, less is better, or neither. */
  direction: ColumnType<string, string | undefined, string>;
  area: string | null;
  /** The number that another register knows it by, such as a key figure of Kolada. */
  code: string | null;
  /** The indicator that counts what this share is a share of (IND-16). */
  counted_by_id: string | null;
};

/** One value as a text states it or as it was measured (IND-02): numbers are decimal text, `as_of` is a year, quarter, month or day. */
export type IndicatorValueRow = VersionedRow & {
  indicator_id: string;
  /** Null where the value is missing, for the reason that is given. */
  amount: string | null;
  missing_reason: string | null;
  /** "över", "cirka": how the text limits the number. */
  qualifier: string | null;
  as_of: string | null;
  change_percent: string | null;
  changed_from: string | null;
  /** A municipality or another place; empty for the whole. */
  place: ColumnType<string, string | undefined, string>;
  sex: ColumnType<string, string | undefined, string>;
  age_group: ColumnType<string, string | undefined, string>;
  origin: ColumnType<string, string | undefined, string>;
  forecast: ColumnType<boolean, boolean | undefined, boolean>;
  preliminary: ColumnType<boolean, boolean | undefined, boolean>;
  /** The whole that the value is a part of, or the most it can be. */
  of_amount: string | null;
  /** The upper end of a range. */
  to_amount: string | null;
  comparable: boolean | null;
  note: string | null;
  definition_number: number | null;
  /** The value that corrected this one; what was corrected is kept. */
  replaced_by_id: string | null;
  correction_reason: string | null;
};

/** One version of what an indicator means (IND-01): a later one never overwrites it. */
export type IndicatorDefinitionRow = RecordRow & {
  indicator_id: string;
  number: number;
  valid_from: string | null;
  definition: string;
  numerator: string | null;
  denominator: string | null;
  source: string | null;
  method: string | null;
  /** Values before it cannot be compared with values after it. */
  breaks_series: boolean;
  break_note: string | null;
  made_at: Date;
  made_by: string;
};

/** What is aimed at (IND-10): one's own target or a national reference value, with what it is counted per. */
export type IndicatorTargetRow = VersionedRow & {
  indicator_id: string;
  kind: string;
  bound: string;
  amount: string;
  denominator: string | null;
  from_as_of: string | null;
  to_as_of: string | null;
  place: ColumnType<string, string | undefined, string>;
  note: string | null;
};

/** That a principal delivers the figures of a period by a day. */
export type IndicatorDeliveryRow = VersionedRow & {
  indicator_id: string;
  body_id: string;
  period: string;
  due_on: DateColumn;
  delivered_on: DateColumn | null;
  declined_reason: string | null;
};

/** A table of figures that was handed in: nothing of it is a value until it is confirmed. */
export type IndicatorImportRow = VersionedRow & {
  file_name: string;
  sha256: string;
  format: string;
  mapping: JsonOrNull<Readonly<Record<string, number>>>;
  handed_in_by: string;
  confirmed_at: Date | null;
  added: number | null;
  corrected: number | null;
};

/** A row of a population table (IND-05): the printed change stands beside the counts it can be computed from. */
export type PopulationChangeRow = VersionedRow & {
  municipality: string;
  age_group: string;
  from_year: number;
  from_count: number;
  to_year: number;
  to_count: number;
  printed_change: number | null;
  printed_percent: string | null;
};

export type IndicatorsTables = {
  indicator: IndicatorRow;
  indicator_value: IndicatorValueRow;
  population_change: PopulationChangeRow;
  indicator_definition: IndicatorDefinitionRow;
  indicator_target: IndicatorTargetRow;
  indicator_delivery: IndicatorDeliveryRow;
  indicator_import: IndicatorImportRow;
};
