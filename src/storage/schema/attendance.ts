import type { RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** Who was, or was expected, at a meeting: a seat's person, a deputy, an official, a guest. */
export type MeetingAttendanceRow = RecordRow & {
  meeting_id: string;
  position: number;
  name: string;
  organisation: string | null;
  party: string | null;
  /** As the minutes print it ("ordförande", "planeringschef"). */
  role: string | null;
  present: boolean;
  /** In which capacity the law sees the person; null for what was read from a paper and not told apart. */
  capacity: string | null;
  seat_id: string | null;
  person_id: string | null;
};

/** One thing that happened in the course of a meeting, in order: what presence, quorum and who took part in each § are computed from. */
export type MeetingEventRow = RecordRow & {
  meeting_id: string;
  /** The order in which things were noted. */
  seq: number;
  /** The day of the meeting, counted from one: a clock time alone does not order a meeting of several days. */
  day: number;
  kind: string;
  /** Clock time `HH:MM` as the minutes tell it. */
  at: string;
  attendance_id: string | null;
  /** The member's seat that a deputy serves on. */
  seat_id: string | null;
  agenda_item_id: string | null;
  mode: string | null;
  reason: string | null;
  /** A slip that was taken back: it stays and counts no more. */
  withdrawn: boolean;
};

/** Somebody is, or is found not to be, disqualified from one item (KL 6:28–30). */
export type DisqualificationRow = VersionedRow & {
  agenda_item_id: string;
  attendance_id: string;
  ground: string;
  declared_by_self: boolean;
  outcome: string;
  note: string | null;
};

/** How far the §§ of a body have come in a year, or in a meeting: the row that is locked while a § gets its number. */
export type SectionSeriesRow = TenantRow & { body_id: string; series: string; last_number: number };

export type AttendanceTables = {
  meeting_attendance: MeetingAttendanceRow;
  meeting_event: MeetingEventRow;
  disqualification: DisqualificationRow;
  section_series: SectionSeriesRow;
};
