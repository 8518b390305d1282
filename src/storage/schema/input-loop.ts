import type { DateColumn, Json, JsonOrNull, TenantRow, VersionedRow } from './columns.ts';

/** A letter of input as it stood when something was done with it. Append-only. */
export type BudgetInputVersionRow = TenantRow & {
  budget_input_id: string;
  number: number;
  /** What was done: saved, discussed, decided. */
  reason: string;
  content: Json<unknown>;
  kept_on: DateColumn;
  kept_by: string;
};

/** The finding from which a point was written, with its words of that day. */
export type InputPointOriginRow = TenantRow & {
  point_id: string;
  noun: string;
  record_id: string;
  /** The record it lies in, when its address needs that. */
  within_id: string | null;
  finding: string;
  said: string;
};

/** An assignment that a point led to, proposed or given. */
export type InputPointAssignmentRow = TenantRow & { point_id: string; assignment_id: string };

/** What the receiver made of a point. A point without a row has not been answered. */
export type InputOutcomeRow = TenantRow & {
  point_id: string;
  outcome: string;
  reason: string | null;
  decision_id: string | null;
  settled_on: DateColumn;
  settled_by: string;
};

/** The check of a plan against the goals before the next plan. */
export type GoalCheckRow = VersionedRow & {
  plan_id: string;
  next_plan_id: string | null;
  state: string;
  checked_on: DateColumn;
  words: string;
  signed_on: DateColumn | null;
  signed_by: string | null;
  frozen_tree: JsonOrNull<unknown>;
  frozen_hash: string | null;
};

/** What the check says of one goal. */
export type GoalCheckGoalRow = TenantRow & {
  goal_check_id: string;
  goal_id: string;
  conclusion: string | null;
  words: string;
};

export type InputLoopTables = {
  budget_input_version: BudgetInputVersionRow;
  input_point_origin: InputPointOriginRow;
  input_point_assignment: InputPointAssignmentRow;
  input_outcome: InputOutcomeRow;
  goal_check: GoalCheckRow;
  goal_check_goal: GoalCheckGoalRow;
};
