import type { Draft, Reading, ReadProblem, Recogniser } from '../../../documents/tree/recognise.ts';
import { type ProposedAssignment, plannedAssignmentImport, reportedAssignmentImport } from '../../assignments/index.ts';
import { type ProposedDecision, proposedDecisionImport, referencedDecisionImport } from '../../decisions/index.ts';
import {
  budgetInputImport,
  labelledReportEntryImport,
  type ProposedBudgetInputPoint,
  type ProposedReportEntry,
  statedReportEntryImport,
} from '../../followup/index.ts';
import { goalImport, type ProposedGoal } from '../../goals/index.ts';
import {
  agendaImport,
  citedMeetingImport,
  type ProposedAgendaItem,
  type ProposedMeeting,
  type ProposedTimeslot,
  summonsImport,
  timetableImport,
} from '../../meetings/index.ts';
import { type ProposedSeat, seatImport } from '../../organisation/index.ts';

/** All records that a reading can propose. */
export type ProposedRecord =
  | ProposedAssignment
  | ProposedReportEntry
  | ProposedMeeting
  | ProposedSeat
  | ProposedAgendaItem
  | ProposedTimeslot
  | ProposedDecision
  | ProposedGoal
  | ProposedBudgetInputPoint;

export type RecordType = ProposedRecord['type'];
export type RecordDraft = Draft<ProposedRecord>;

/** Every recogniser of every noun, in the order of the nouns. A new one is added here and nowhere else. */
export const recognisers: readonly Recogniser<ProposedRecord>[] = [
  seatImport,
  goalImport,
  reportedAssignmentImport,
  plannedAssignmentImport,
  summonsImport,
  timetableImport,
  agendaImport,
  citedMeetingImport,
  proposedDecisionImport,
  referencedDecisionImport,
  labelledReportEntryImport,
  statedReportEntryImport,
  budgetInputImport,
];

/** What one part of a document says, before renderings of the same thing are folded together. */
export type PartReading = {
  readonly reading: Reading;
  readonly records: readonly RecordDraft[];
  readonly problems: readonly ReadProblem[];
};

export function recognisePart(reading: Reading): PartReading {
  const found = recognisers
    .filter((recogniser) => recogniser.appliesTo.includes(reading.kind))
    .map((recogniser) => recogniser.recognise(reading));
  return {
    reading,
    records: found.flatMap((recognition) => recognition.records),
    problems: found.flatMap((recognition) => recognition.problems),
  };
}
