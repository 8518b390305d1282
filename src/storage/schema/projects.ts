import type { DateColumn, JsonWithDefault, VersionedRow } from './columns.ts';

/** Work with an end (PRJ-01). Days are days or months as printed: `YYYY-MM-DD` or `YYYY-MM`. */
export type ProjectRow = VersionedRow & {
  name: string;
  /** The other names it goes by. */
  aliases: JsonWithDefault<readonly string[]>;
  /** Who owns it; null while nobody has said. */
  body_id: string | null;
  aim: string;
  background: string;
  area: string;
  phase: string;
  starts_on: string | null;
  ends_on: string | null;
  /** By what the sites were chosen (PRJ-08). */
  selection: string;
  /** What its capacity counts: patients, families. */
  counted: string;
  indicator_id: string | null;
  evaluated_by: string;
  evaluation_due: string | null;
  evaluation_result: string;
  research: string;
};

/** That a project came into a phase: when, why, with what effects, and by which decision. */
export type ProjectPhaseRow = VersionedRow & {
  project_id: string;
  number: number;
  phase: string;
  changed_on: string | null;
  reason: string;
  effects: string;
  decision: string;
  agenda_item_id: string | null;
  told_by: string;
  told_on: DateColumn;
};

export type ProjectSiteRow = VersionedRow & {
  project_id: string;
  number: number;
  name: string;
  state: string;
  starts_on: string | null;
  reason: string;
};

export type ProjectRoleRow = VersionedRow & {
  project_id: string;
  number: number;
  role: string;
  person: string;
  percent: number | null;
  starts_on: string | null;
  ends_on: string | null;
};

/** How many there were, of how many there can be at most. */
export type ProjectCountRow = VersionedRow & {
  project_id: string;
  number: number;
  as_of: string;
  value: number;
  maximum: number | null;
  note: string;
};

/** A goal, a means, a challenge or a lesson of a project. */
export type ProjectPointRow = VersionedRow & {
  project_id: string;
  number: number;
  kind: string;
  point: string;
  state: string;
  note: string;
  carried_noun: string | null;
  carried_id: string | null;
  carried_within_id: string | null;
  carried_on: DateColumn | null;
};

/** A move of the day of a deliverable. `told_on` is null for what was moved before moves were kept. */
export type DeliverableMoveRow = VersionedRow & {
  deliverable_id: string;
  number: number;
  due_before: string | null;
  due_after: string;
  reason: string;
  source: string;
  told_by: string;
  told_on: DateColumn | null;
};

export type ProjectsTables = {
  project: ProjectRow;
  project_phase: ProjectPhaseRow;
  project_site: ProjectSiteRow;
  project_role: ProjectRoleRow;
  project_count: ProjectCountRow;
  project_point: ProjectPointRow;
  deliverable_move: DeliverableMoveRow;
};
