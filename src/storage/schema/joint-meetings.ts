import type { Generated } from 'kysely';
import type { DateColumn, Json, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** A question that those who meet are to discuss under a theme (an agenda item with the category `theme`). */
export type ThemeQuestionRow = TenantRow & { agenda_item_id: string; position: number; question: string };

/** A group in which the questions of a joint meeting or a workshop are discussed. */
export type DiscussionGroupRow = TenantRow & {
  meeting_id: string;
  position: number;
  name: string;
  people: Json<readonly string[]>;
};

/** Somebody who writes notes from a meeting; a joint meeting often has one of each body. */
export type NoteTakerRow = RecordRow & {
  meeting_id: string;
  position: number;
  name: string;
  account_id: string | null;
};

/** What one note-taker wrote of one item, with a version of its own: several write at once and none overwrites another. */
export type MeetingNoteRow = TenantRow & {
  agenda_item_id: string;
  note_taker_id: string;
  version: Generated<number>;
  body: string;
  edited_by: string;
  edited_at: Date;
};

/** Why a study visit or workshop was made and what was learnt; the item is what assignments are linked to. */
export type VisitRow = TenantRow & {
  meeting_id: string;
  version: Generated<number>;
  agenda_item_id: string;
  purpose: string;
  hosted_by: string | null;
  learnt: string | null;
};

/** The focus areas of an activity plan that a study visit or workshop was about. */
export type VisitFocusAreaRow = TenantRow & { meeting_id: string; focus_area_id: string };

/** What a sub-group reported to the group above it, and who spoke (seed 003 item 5). */
export type SubGroupReportRow = TenantRow & {
  agenda_item_id: string;
  position: number;
  sub_group: string;
  reporter: string | null;
  report: string;
};

/** Where the slides that were shown in an item are kept (seed 003: "De bilder som visades finns i …"). */
export type ShownSlidesRow = TenantRow & { agenda_item_id: string; kept_in: string };

/** Who stood behind a proposal before it was decided (seed 003: "Styrgruppen … har ställt sig bakom förslaget"). */
export type DecisionEndorsementRow = TenantRow & {
  decision_id: string;
  position: number;
  endorsed_by: string;
  endorsed_on: DateColumn | null;
};

/** Where a principal stands to what a group without a mandate of its own agreed (R-ORG-3). */
export type PrincipalStandRow = VersionedRow & {
  decision_id: string;
  principal_body_id: string;
  stand: string;
  own_decision_on: DateColumn | null;
  note: string | null;
};

export type JointMeetingsTables = {
  theme_question: ThemeQuestionRow;
  discussion_group: DiscussionGroupRow;
  note_taker: NoteTakerRow;
  meeting_note: MeetingNoteRow;
  visit: VisitRow;
  visit_focus_area: VisitFocusAreaRow;
  sub_group_report: SubGroupReportRow;
  shown_slides: ShownSlidesRow;
  decision_endorsement: DecisionEndorsementRow;
  principal_stand: PrincipalStandRow;
};
