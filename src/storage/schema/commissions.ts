import type { ColumnType } from 'kysely';
import type { DateColumn, JsonWithDefault, RecordRow, VersionedRow } from './columns.ts';

/** Whole öre: the driver reads a bigint as text. */
export type OreColumn = ColumnType<string, number, number>;
export type OreOrNull = ColumnType<string | null, number | null, number | null>;
type Defaulted<T> = ColumnType<T, T | undefined, T>;
type NullByDefault<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** Work that a joint group pays for (AGR-12…15): who does what, how much of a post, until when, from which fund. */
export type CommissionRow = VersionedRow & {
  commissioned: string;
  task: string;
  /** Full-time equivalents as decimal text; null when the source does not say. */
  fte: string | null;
  starts_on: DateColumn | null;
  ends_on: DateColumn | null;
  /** The fund in the words of the paper. */
  fund: string | null;
  decided: boolean;
  agenda_item_id: string | null;
  /** The body that orders the work. */
  body_id: NullByDefault<string>;
  fund_id: NullByDefault<string>;
  /** The commission whose work goes on in this one. */
  extends_id: NullByDefault<string>;
  extent_kind: NullByDefault<string>;
  employment_form: NullByDefault<string>;
  personnel_note: Defaulted<string>;
  /** The last day, where it ended before its term. */
  ended_on: NullByDefault<DateColumn>;
  end_reason: NullByDefault<string>;
};

/** What one payer pays of a commission, as decimal text: a sum of money, or a number of posts; of one year, where it is divided. */
export type CommissionAmountRow = RecordRow & {
  commission_id: string;
  position: number;
  amount: string | null;
  currency: string | null;
  fte: string | null;
  payer: string | null;
  year: NullByDefault<number>;
  payer_body_id: NullByDefault<string>;
  payer_group: NullByDefault<string>;
};

/** Money set aside for a purpose (AGR-13), with the other names that papers use for it. */
export type FundRow = VersionedRow & {
  name: string;
  /** The name without spaces, hyphens and case, by which papers' ways to write it meet. */
  name_key: string;
  aliases: JsonWithDefault<readonly string[]>;
  owner: string;
  kind: string;
  purpose: Defaulted<string>;
  conditions: JsonWithDefault<readonly string[]>;
  body_id: string | null;
};

/** A year of a fund; what was spent and carried on is null until somebody has told it. */
export type FundYearRow = VersionedRow & {
  fund_id: string;
  year: number;
  allocated_ore: OreColumn;
  spent_ore: OreOrNull;
  carried_ore: OreOrNull;
  note: Defaulted<string>;
};

export type CommissionsTables = {
  commission: CommissionRow;
  commission_amount: CommissionAmountRow;
  fund: FundRow;
  fund_year: FundYearRow;
};
