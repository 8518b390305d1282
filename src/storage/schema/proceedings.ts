import type { Generated } from 'kysely';
import type { DateColumn, Json, JsonWithDefault, RecordRow, TenantRow, VersionedRow } from './columns.ts';

/** A decision as the notice proposed it. */
type NoticeProposal = { readonly decisionId: string; readonly title: string; readonly clauses: readonly string[] };

/** What became of an item in the meeting: decided, tabled, referred back, noted … One row an item, from when it is called up. */
export type ItemOutcomeRow = TenantRow & {
  agenda_item_id: string;
  version: Generated<number>;
  outcome: string | null;
  motivation: string | null;
  immediately_adjusted: Generated<boolean>;
  /** The day to which the item was tabled; null is the next meeting. */
  tabled_to: DateColumn | null;
  by_minority: Generated<boolean>;
  /** The item of a later meeting that takes it up again. */
  carried_to_item_id: string | null;
  /** The motion that the chair put as the main proposal, when it is not that of the notice. */
  main_proposal_id: string | null;
  /** What the notice proposed, where the body decided otherwise: decisions with their clauses. */
  proposed: JsonWithDefault<readonly NoticeProposal[]>;
  /** The decisions that no notice proposed: they came into being in the meeting. */
  made_in_meeting: JsonWithDefault<readonly string[]>;
  /** The text is frozen to be signed, or was. */
  sealed: Generated<boolean>;
};

/** One running text of a § ("sammanfattning", "överläggning"): each has a version of its own, so that two people can write in two fields. */
export type SectionTextRow = TenantRow & {
  agenda_item_id: string;
  field: string;
  version: Generated<number>;
  body: string;
  edited_by: string | null;
  edited_at: Date;
};

/** A motion from the floor (yrkande). Withdrawn ones stay, marked. */
export type FloorProposalRow = VersionedRow & {
  agenda_item_id: string;
  position: number;
  kind: string;
  clauses: Json<readonly string[]>;
  /** Which clause of the proposal of the notice an amendment is about, from 1; null is all of it. */
  clause: number | null;
  /** Rows of `meeting_attendance` in the order of the minutes: the first moves, the others join. */
  movers: Json<readonly string[]>;
  motivation: string | null;
  withdrawn: boolean;
};

/** How the chair put the question, round by round, and what the chair found (KL 5:53–56). */
export type PropositionRow = VersionedRow & {
  agenda_item_id: string;
  position: number;
  kind: string;
  clause: number | null;
  /** What "yes" and "no" stand for, as the chair put it. */
  yes_means: string;
  no_means: string | null;
  order_text: string | null;
  chair_finding: string | null;
  /** The `floor_proposal` that is put against the main proposal; null where the proposal of the notice is put alone. */
  yes_proposal_id: string | null;
  no_proposal_id: string | null;
};

/** A vote that was asked for over one proposition. */
export type RecordedVoteRow = VersionedRow & {
  proposition_id: string;
  ballot: string;
  matter_kind: string;
  state: string;
  yes_count: number | null;
  no_count: number | null;
  abstain_count: number | null;
  result: string | null;
  decided_by: string | null;
  lot_kind: string | null;
  lot_drawn_by: string | null;
};

/** How one person voted in an open vote. A secret vote has no rows here. */
export type VoteCastRow = TenantRow & { recorded_vote_id: string; attendance_id: string; choice: string };

/** A reservation, a note to the minutes, a special statement, or a deputy's recorded opinion. */
export type DissentRow = VersionedRow & {
  agenda_item_id: string;
  kind: string;
  people: Json<readonly string[]>;
  announced_at: string;
  granted: boolean | null;
  statement: string | null;
  statement_due: DateColumn | null;
  noted_by: string;
};

/** What somebody told in an item and was noted, with who noted it and when (FL 27 §). */
export type OralInformationRow = RecordRow & {
  agenda_item_id: string;
  told_by: string | null;
  body: string;
  noted_by: string;
  noted_at: Date;
};

/** A question that a member announced (anmäld fråga), and its answer. */
export type NotifiedQuestionRow = VersionedRow & {
  meeting_id: string;
  position: number;
  asked_by: string;
  question: string;
  answered_by: string | null;
  answer: string | null;
  answered_item_id: string | null;
  announced_on: DateColumn;
  state: string;
  /** The question of an earlier meeting that was not answered there. */
  carried_from_id: string | null;
};

export type ProceedingsTables = {
  item_outcome: ItemOutcomeRow;
  section_text: SectionTextRow;
  floor_proposal: FloorProposalRow;
  proposition: PropositionRow;
  recorded_vote: RecordedVoteRow;
  vote_cast: VoteCastRow;
  dissent: DissentRow;
  oral_information: OralInformationRow;
  notified_question: NotifiedQuestionRow;
};
