import type { VersionedRow } from './columns.ts';

/** What is measured (IND-01), by its name and unit. */
export type IndicatorRow = VersionedRow & { name: string; unit: string };

/** One value as a text states it (IND-02): numbers are decimal text, `as_of` is a year, month or day. */
export type IndicatorValueRow = VersionedRow & {
  indicator_id: string;
  amount: string;
  /** "över", "cirka": how the text limits the number. */
  qualifier: string | null;
  as_of: string | null;
  change_percent: string | null;
  changed_from: string | null;
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
};
