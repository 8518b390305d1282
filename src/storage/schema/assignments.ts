import type { GeneratedAlways } from 'kysely';
import type { DateColumn, RecordRow, TenantRow, VersionedRow } from './columns.ts';

export type AssignmentRow = VersionedRow & {
  year: number;
  /** The number in the year's plan; null where the plan does not number (seed 001). Unique within tenant and year. */
  number: number | null;
  /** Order within the year for assignments without number. */
  position: number;
  title: string;
  /** The full text of the plan; null when only the number is known ("Uppdrag 13 och 14 riktas till andra beredningar"). */
  full_text: string | null;
  /** The heading path or formula under which it stands in the plan ("3.1.3 Att förbättra …"). */
  heading: string | null;
  plan_id: string | null;
  objective_id: string | null;
  given_by_body_id: string | null;
  report_to_body_id: string | null;
  due_on: DateColumn | null;
  state: string;
  /** Title, text and heading in lower case: what the list's search looks in. Kept by the database, so that no writer can forget it. */
  search_text: GeneratedAlways<string>;
};

/** The roles of bodies in an assignment: performer, consulted, monitor, directedTo (list I-04, ASG-08…ASG-14). */
export type AssignmentPartyRow = TenantRow & { assignment_id: string; body_id: string; role: string; position: number };

/** Links between assignments: predecessor (with year unknown allowed), refersTo, monitors, splitInto, mergedInto (I-05, I-06, ASG-10). */
export type AssignmentLinkRow = TenantRow & {
  from_id: string;
  to_id: string;
  kind: string;
  note: string | null;
};

export type AssignmentGoalRow = TenantRow & { assignment_id: string; goal_id: string; kind: string };

/** A link whose other end is only known by its printed number ("tidigare uppdrag 23", year unknown), until a person says which is meant. */
export type AssignmentOpenLinkRow = RecordRow & {
  assignment_id: string;
  kind: string;
  year: number | null;
  number: number;
  note: string | null;
};

export type AssignmentsTables = {
  assignment: AssignmentRow;
  assignment_party: AssignmentPartyRow;
  assignment_link: AssignmentLinkRow;
  assignment_goal: AssignmentGoalRow;
  assignment_open_link: AssignmentOpenLinkRow;
};
