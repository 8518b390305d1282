import type { Generated } from 'kysely';
import type { DateColumn, RecordRow, VersionedRow } from './columns.ts';

/** A body that is asked at a period for status, forecast and text of an assignment. What it writes is an `assessment` of the same three keys. */
export type ContributionRow = VersionedRow & {
  assignment_id: string;
  period_id: string;
  body_id: string;
  /** The performer that asked this unit for its part; null when the body is asked as a performer. */
  part_of_body_id: string | null;
  state: string;
  due_on: DateColumn;
  asked_by: string;
  asked_at: Date;
  ready_by: string | null;
  ready_at: Date | null;
  reminded_on: DateColumn | null;
  reminders: Generated<number>;
};

/** The text of a unit taken into a joint text: whose it was, and as of which version. */
export type TakenTextRow = RecordRow & {
  assessment_id: string;
  source_assessment_id: string;
  source_version: number;
  taken_text: string;
  taken_at: Date;
  taken_by: string;
};

/** A due date that was moved (ASG-31): the old one, the new one, and why. Append-only. */
export type DueChangeRow = RecordRow & {
  assignment_id: string;
  old_due_on: DateColumn | null;
  new_due_on: DateColumn | null;
  reason: string;
  changed_at: Date;
  changed_by: string;
};

export type ContributionsTables = {
  contribution: ContributionRow;
  taken_text: TakenTextRow;
  due_change: DueChangeRow;
};
