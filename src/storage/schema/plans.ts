import type { DateColumn, Json, RecordRow, VersionedRow } from './columns.ts';

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

/** One day of an activity plan under one category: decision and preparation, in depth, theme, information. */
export type PlannedActivityRow = RecordRow & {
  activity_plan_id: string;
  position: number;
  held_on: DateColumn;
  last_day: DateColumn | null;
  category: string;
  items: Json<readonly string[]>;
  place: string | null;
};

/** What a body looks at all through the year. */
export type FocusAreaRow = RecordRow & { activity_plan_id: string; position: number; area: string };

/** A further point of an activity plan: followed up, of interest, proposed for later, or due at every meeting. */
export type PlanPointRow = RecordRow & {
  activity_plan_id: string;
  position: number;
  kind: string;
  point: string;
  details: Json<readonly string[]>;
  giver: string | null;
};

export type PlansTables = {
  plan: PlanRow;
  plan_objective: PlanObjectiveRow;
  activity_plan: ActivityPlanRow;
  planned_activity: PlannedActivityRow;
  focus_area: FocusAreaRow;
  plan_point: PlanPointRow;
};
