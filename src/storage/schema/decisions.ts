import type { DateColumn, RecordRow, TenantRow, VersionedRow } from './columns.ts';

export type DecisionRow = VersionedRow & {
  body_id: string;
  agenda_item_id: string | null;
  title: string;
  state: string;
  decided_on: DateColumn | null;
  /** How exactly the source tells the date: "december 2022" is the first of the month with precision `month`. */
  date_precision: string;
  immediately_adjusted: boolean;
  note: string | null;
};

/** One att-clause, in order. */
export type DecisionClauseRow = RecordRow & { decision_id: string; position: number; clause: string };

export type DecisionAssignmentRow = TenantRow & { decision_id: string; assignment_id: string; kind: string };

export type DecisionsTables = {
  decision: DecisionRow;
  decision_clause: DecisionClauseRow;
  decision_assignment: DecisionAssignmentRow;
};
