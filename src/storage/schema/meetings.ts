import type { Generated } from 'kysely';
import type { DateColumn, Json, JsonOrNull, RecordRow, TenantRow, VersionedRow } from './columns.ts';

export type MeetingRow = VersionedRow & {
  kind: string;
  title: string | null;
  body_id: string;
  held_on: DateColumn;
  /** Clock times `HH:MM`; null when the source does not say. */
  starts_at: string | null;
  ends_at: string | null;
  place: string | null;
  mode: string | null;
  state: string;
  /** The last day to adjust the minutes (R-KL-53), computed or as the notice says. */
  adjust_by: DateColumn | null;
  /** The last day of a meeting of several days. */
  last_day: DateColumn | null;
  /** What the calendar says beside the day ("gemensamt med …"). */
  note: string | null;
};

/** Further bodies of a joint meeting; the first body stands on the meeting itself. */
export type MeetingBodyRow = TenantRow & { meeting_id: string; body_id: string };

export type AgendaItemRow = VersionedRow & {
  meeting_id: string;
  position: number;
  number: string | null;
  title: string;
  category: string;
  matter_id: string | null;
  summary: string | null;
  presenters: Json<readonly string[]>;
  /** What minutes tell of the item beside its decision: proposals, order of proposition, votes, reservations, notes, who receives it. */
  proceedings: JsonOrNull<Readonly<Record<string, unknown>>>;
  /** Whether the item is exercise of public authority towards somebody (myndighetsutövning): closed doors, no abstaining (KL 4:25, 6:25). */
  exercises_authority: Generated<boolean>;
  /** Whether it is dealt with behind closed doors although the body meets in public. */
  doors_closed: Generated<boolean>;
  /** The item under which this one stands as a point of its own ("6.1" under "6"); one level only. */
  parent_id: string | null;
  /** `opening` or `closing` for an item that came from the body's standing items; null for the others. */
  standing: string | null;
};

/** The § that an item got in the minutes of a body. `series` is the calendar year, or the meeting where a body begins anew at each one. */
export type SectionNumberRow = TenantRow & { body_id: string; series: string; number: number; agenda_item_id: string };

/** A slot of the preliminary timetable of a notice. */
export type MeetingSlotRow = RecordRow & {
  meeting_id: string;
  position: number;
  starts_at: string;
  ends_at: string;
  title: string;
  presenters: Json<readonly string[]>;
  agenda_item_id: string | null;
  /** Whether the start was set by hand and stays when the slots before it change. */
  fixed: Generated<boolean>;
  pause: Generated<boolean>;
};

/** Who was called (members) or notified (deputies) to a meeting, R-KL-03. */
export type MeetingCallRow = RecordRow & {
  meeting_id: string;
  position: number;
  kind: string;
  name: string | null;
  party: string | null;
  role: string | null;
  seat_id: string | null;
};

/** The core of traceability (I-07): this item dealt with that assignment. */
export type AgendaItemAssignmentRow = TenantRow & {
  agenda_item_id: string;
  assignment_id: string;
  note: string | null;
};

/** The meeting that a planned day of an activity plan became. */
export type PlannedDayMeetingRow = TenantRow & { planned_day_id: string; meeting_id: string };

/** The agenda item under which a planned item was put or taken up. */
export type PlannedItemOccasionRow = TenantRow & { planned_item_id: string; agenda_item_id: string };

/** The assignments that a planned item or a focus area concerns. */
export type PlannedItemAssignmentRow = TenantRow & { planned_item_id: string; assignment_id: string };
export type FocusAreaAssignmentRow = TenantRow & { focus_area_id: string; assignment_id: string };

/** That an agenda item with the same words as a line of a plan, or as an assignment, did not take it up, and why. */
export type RefusedMatchRow = TenantRow & {
  activity_plan_id: string;
  record_id: string;
  agenda_item_id: string;
  reason: string;
};

export type MeetingsTables = {
  meeting: MeetingRow;
  meeting_body: MeetingBodyRow;
  agenda_item: AgendaItemRow;
  meeting_slot: MeetingSlotRow;
  meeting_call: MeetingCallRow;
  section_number: SectionNumberRow;
  agenda_item_assignment: AgendaItemAssignmentRow;
  planned_day_meeting: PlannedDayMeetingRow;
  planned_item_occasion: PlannedItemOccasionRow;
  planned_item_assignment: PlannedItemAssignmentRow;
  focus_area_assignment: FocusAreaAssignmentRow;
  refused_match: RefusedMatchRow;
};
