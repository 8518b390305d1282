import type { Selectable } from 'kysely';
import type { ProceedingsTables } from '../../storage/schema/proceedings.ts';
import type { VoteSubject } from '../organisation/index.ts';
import type { Dissent, DissentKind } from './dissent.ts';
import type { FloorProposal, FloorProposalKind } from './floor-proposal.ts';
import type { ItemOutcome, ItemOutcomeKind } from './item-outcome.ts';
import type { OralInformation } from './proceedings.ts';
import type { NotifiedQuestion } from './question.ts';
import type { QuestionState } from './question-transitions.ts';
import type { SectionField, SectionText } from './section-text.ts';
import type { Answer, Ballot, CastVote, LotKind, RecordedVote, VoteChoice, VoteDecider } from './vote.ts';
import type { VoteState } from './vote-transitions.ts';

// How the rows of the proceedings become what the rules speak of. A code that is kept in a row was checked when it was written.

type Row<Table extends keyof ProceedingsTables> = Selectable<ProceedingsTables[Table]>;

export function outcomeOf(row: Row<'item_outcome'>): ItemOutcome {
  return {
    itemId: row.agenda_item_id,
    version: row.version,
    outcome: row.outcome as ItemOutcomeKind | null,
    motivation: row.motivation,
    immediatelyAdjusted: row.immediately_adjusted,
    tabledTo: row.tabled_to,
    byMinority: row.by_minority,
    carriedTo: row.carried_to_item_id,
    mainProposalId: row.main_proposal_id,
    proposed: row.proposed,
    inMeeting: row.made_in_meeting,
    sealed: row.sealed,
  };
}

export function textOf(row: Row<'section_text'>): SectionText {
  return {
    itemId: row.agenda_item_id,
    field: row.field as SectionField,
    version: row.version,
    body: row.body,
    editedBy: row.edited_by,
    editedAt: row.edited_at.toISOString(),
  };
}

export function floorProposalOf(row: Row<'floor_proposal'>): FloorProposal {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind as FloorProposalKind,
    position: row.position,
    clauses: row.clauses,
    clause: row.clause,
    movers: row.movers,
    motivation: row.motivation,
    withdrawn: row.withdrawn,
  };
}

export function voteOf(row: Row<'recorded_vote'>, casts: readonly Row<'vote_cast'>[]): RecordedVote {
  const { yes_count: yes, no_count: no, abstain_count: abstain } = row;
  return {
    id: row.id,
    version: row.version,
    ballot: row.ballot as Ballot,
    subject: row.matter_kind as VoteSubject,
    state: row.state as VoteState,
    casts: casts.map(
      (cast): CastVote => ({
        attendanceId: cast.attendance_id,
        choice: cast.choice as VoteChoice,
      }),
    ),
    count: yes !== null && no !== null && abstain !== null ? { yes, no, abstain } : null,
    result: row.result as Answer | null,
    decidedBy: row.decided_by as VoteDecider | null,
    lot: row.lot_kind === null ? null : { kind: row.lot_kind as LotKind, drawnBy: row.lot_drawn_by },
  };
}

export function dissentOf(row: Row<'dissent'>): Dissent {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind as DissentKind,
    people: row.people,
    announcedAt: row.announced_at,
    granted: row.granted,
    statement: row.statement,
    statementDue: row.statement_due,
  };
}

export function oralInformationOf(row: Row<'oral_information'>): OralInformation {
  return {
    id: row.id,
    toldBy: row.told_by,
    body: row.body,
    notedBy: row.noted_by,
    notedAt: row.noted_at.toISOString(),
  };
}

export function questionOf(row: Row<'notified_question'>): NotifiedQuestion {
  return {
    id: row.id,
    version: row.version,
    meetingId: row.meeting_id,
    position: row.position,
    askedBy: row.asked_by,
    question: row.question,
    announcedOn: row.announced_on,
    state: row.state as QuestionState,
    answeredBy: row.answered_by,
    answer: row.answer,
    answeredItemId: row.answered_item_id,
    carriedFrom: row.carried_from_id,
  };
}
