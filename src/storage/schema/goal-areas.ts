import type { DateColumn, Json, RecordRow, VersionedRow } from './columns.ts';

/** An area of the common follow-up; `deviation_kinds` are the kinds of deviation whose pattern it shows. */
export type GoalAreaRow = VersionedRow & {
  position: number;
  name: string;
  description: string;
  deviation_kinds: Json<readonly string[]>;
};

/** A record that somebody has chosen to show in an area. */
export type GoalAreaLinkRow = RecordRow & {
  goal_area_id: string;
  noun: string;
  record_id: string;
  chosen_by: string;
  chosen_on: DateColumn;
};

/** The function that answers for an area at a principal. */
export type GoalAreaResponsibleRow = RecordRow & {
  goal_area_id: string;
  body_id: string;
  function_title: string;
};

export type GoalAreasTables = {
  goal_area: GoalAreaRow;
  goal_area_link: GoalAreaLinkRow;
  goal_area_responsible: GoalAreaResponsibleRow;
};
