import type { Generated } from 'kysely';
import type { DateColumn, Json, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** The operational plan (verksamhetsplan) of a year, in which its owner gives assignments. */
export type PlanRow = VersionedRow & {
  year: number;
  title: string;
  owner_body_id: string;
  state: string;
  adopted_on: DateColumn | null;
};

/** A numbered objective of the plan ("3.1.3 Att förbättra …") under one of the plan's own perspectives. */
export type PlanObjectiveRow = RecordRow & {
  plan_id: string;
  position: number;
  perspective: string;
  number: string | null;
  objective: string;
};

/** What a body means to take up in a year (aktivitetsplan, PLN-05…). */
export type ActivityPlanRow = VersionedRow & {
  body_id: string;
  year: number;
  title: string;
  dated_on: DateColumn | null;
};

/** A day of an activity plan: what kind of day it is, where, and with which other bodies. */
export type PlannedDayRow = VersionedRow & {
  activity_plan_id: string;
  held_on: DateColumn;
  last_day: DateColumn | null;
  kind: string;
  place: string | null;
  note: string | null;
  /** The year whose plan the line was copied from, until somebody has confirmed or changed it. */
  copied_from_year: number | null;
  /** That the day is there only because an imported slot named it: it goes with its last slot when the import is undone. */
  of_import: Generated<boolean>;
};

/** A further body with which a joint day is held. */
export type PlannedDayBodyRow = TenantRow & { planned_day_id: string; body_id: string };

/** What a planned day takes up under one category. The day's date is repeated, so that a slot can be named by itself. */
export type PlannedActivityRow = RecordRow & {
  activity_plan_id: string;
  planned_day_id: string;
  position: number;
  held_on: DateColumn;
  category: string;
};

/** One thing that a body means to take up on a day. */
export type PlannedItemRow = VersionedRow & {
  planned_activity_id: string;
  position: number;
  topic: string;
  proposer: string | null;
  goal_id: string | null;
  focus_area_id: string | null;
  /** The proposal of the backlog that it came from. */
  plan_point_id: string | null;
  copied_from_year: number | null;
};

/** That an item was moved from one day to another. */
export type PlannedItemMoveRow = RecordRow & {
  planned_item_id: string;
  from_day: DateColumn;
  to_day: DateColumn;
  reason: string | null;
  moved_at: Date;
  moved_by: string;
};

/** What a body looks at all through the year. */
export type FocusAreaRow = VersionedRow & {
  activity_plan_id: string;
  position: number;
  area: string;
  copied_from_year: number | null;
};

/** A further point of an activity plan: followed up, of interest, proposed for later, or due at every meeting. */
export type PlanPointRow = VersionedRow & {
  activity_plan_id: string;
  position: number;
  kind: string;
  point: string;
  details: Json<readonly string[]>;
  /** Who owes the standing information, or made the proposal. */
  giver: string | null;
  /** From where a proposal came. */
  origin: string | null;
  /** What became of a proposal. */
  state: Generated<string>;
  state_reason: string | null;
  copied_from_id: string | null;
  /** The planned item of the earlier year that was never taken up and came here as a proposal. */
  copied_from_item_id: string | null;
  copied_from_year: number | null;
};

/** Why something in the plan was never taken up; the record is one of the plan or an assignment. */
export type UntakenReasonRow = TenantRow & {
  activity_plan_id: string;
  record_id: string;
  noun: string;
  reason: string;
};

/** An activity plan as it stood on a day; it never changes. */
export type ActivityPlanVersionRow = RecordRow & {
  activity_plan_id: string;
  number: number;
  dated_on: DateColumn;
  note: string | null;
  content: Json<unknown>;
  content_hash: string;
  frozen_at: Date;
  frozen_by: string;
};

export type PlansTables = {
  plan: PlanRow;
  plan_objective: PlanObjectiveRow;
  activity_plan: ActivityPlanRow;
  planned_day: PlannedDayRow;
  planned_day_body: PlannedDayBodyRow;
  planned_activity: PlannedActivityRow;
  planned_item: PlannedItemRow;
  planned_item_move: PlannedItemMoveRow;
  focus_area: FocusAreaRow;
  plan_point: PlanPointRow;
  untaken_reason: UntakenReasonRow;
  activity_plan_version: ActivityPlanVersionRow;
};
