import type { Generated } from 'kysely';
import type { DateColumn, Json, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** A conversation with inhabitants, staff or organisations, or several of one kind, and what was heard (DIA-01, DIA-02). */
export type DialogueRow = VersionedRow & {
  body_id: string;
  kind: string;
  title: string;
  from_on: DateColumn;
  to_on: DateColumn | null;
  place: string | null;
  /** How many times they met, when it was more than once. */
  occasions: number | null;
  occasions_qualifier: string;
  participants: number | null;
  /** "drygt", "cirka", "hittills": how sure the number is (DIA-03). */
  participants_qualifier: string;
  /** Whether one answer is one person's or a group's (DIA-04). */
  answer_units: string | null;
  summary: string;
  /** Slides, films and questions that were used (DIA-09). */
  materials: Json<readonly string[]>;
  meeting_id: string | null;
};

/** What was learnt, or asked and answered, in a dialogue (DIA-08, DIA-10, DIA-11). */
export type DialogueInsightRow = VersionedRow & {
  dialogue_id: string;
  position: number;
  kind: string;
  insight: string;
  answer: string | null;
  goal_id: string | null;
  goal_statement_id: string | null;
  assignment_id: string | null;
};

/** What became different because of an insight, with the record in which it shows. */
export type DialogueChangeRow = VersionedRow & {
  dialogue_insight_id: string;
  sentence: string;
  goal_document_id: string | null;
  plan_id: string | null;
  decision_id: string | null;
  noted_on: DateColumn;
};

/** A poll without names. `shown` is the count that may be seen while it is open, which moves in steps of five answers. */
export type PollRow = VersionedRow & {
  code: string;
  body_id: string;
  title: string;
  about: string;
  access: string;
  state: string;
  opens_on: DateColumn | null;
  closes_on: DateColumn | null;
  meeting_id: string | null;
  dialogue_id: string | null;
  group_label: string | null;
  links_made: Generated<number>;
  shown: Json<Readonly<Record<string, Readonly<Record<string, number>>>>>;
};

export type PollQuestionRow = RecordRow & {
  poll_id: string;
  position: number;
  kind: string;
  prompt: string;
  low_label: string | null;
  high_label: string | null;
  options: Json<readonly string[]>;
  goal_statement_id: string | null;
};

export type PollGroupRow = RecordRow & { poll_id: string; position: number; name: string };

/** The hash of a key with which one may answer once. */
export type PollKeyRow = TenantRow & { poll_id: string; key_hash: string; used: boolean };

/** What one who answered ticked, by question. No time, no person, no key. */
export type PollBallotRow = RecordRow & {
  poll_id: string;
  poll_group_id: string | null;
  answers: Json<Readonly<Record<string, string>>>;
};

export type PollCommentRow = RecordRow & {
  poll_id: string;
  poll_question_id: string;
  comment: string;
  chosen: boolean;
};

export type PollsTables = {
  dialogue: DialogueRow;
  dialogue_insight: DialogueInsightRow;
  dialogue_change: DialogueChangeRow;
  poll: PollRow;
  poll_question: PollQuestionRow;
  poll_group: PollGroupRow;
  poll_key: PollKeyRow;
  poll_ballot: PollBallotRow;
  poll_comment: PollCommentRow;
};
