import type { DateColumn, RecordRow, VersionedRow } from './columns.ts';

export type GoalDocumentRow = VersionedRow & {
  title: string;
  horizon_year: number | null;
  vision: string | null;
  adopted_by_body_id: string | null;
  adopted_on: DateColumn | null;
};

export type PerspectiveRow = RecordRow & { goal_document_id: string; position: number; name: string };

/** A headline goal ("Jag får vård som håller hög kvalitet") with its text. */
export type GoalRow = VersionedRow & {
  goal_document_id: string;
  perspective_id: string;
  position: number;
  heading: string;
  body_text: string;
};

/** One sentence of a goal that other records may cite; `anchor` is stable within its goal document. */
export type GoalStatementRow = RecordRow & { goal_id: string; position: number; statement: string; anchor: string };

export type GoalsTables = {
  goal_document: GoalDocumentRow;
  perspective: PerspectiveRow;
  goal: GoalRow;
  goal_statement: GoalStatementRow;
};
