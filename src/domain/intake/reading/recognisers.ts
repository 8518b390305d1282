import type { Draft, Reading, ReadProblem, Recogniser } from '../../../documents/tree/recognise.ts';
import { agreementImport, type ProposedAgreement, toldAgreementImport } from '../../agreements/index.ts';
import {
  assignmentTableImport,
  type ProposedAssignment,
  plannedAssignmentImport,
  reportedAssignmentImport,
} from '../../assignments/index.ts';
import { commissionImport, type ProposedCommission, toldCommissionImport } from '../../commissions/index.ts';
import { consultationImport, type ProposedConsultationResponse } from '../../consultations/index.ts';
import {
  decisionStepImport,
  type ProposedDecision,
  type ProposedDecisionStep,
  type ProposedParagraphDecision,
  paragraphDecisionImport,
  prewrittenDecisionImport,
  proposedDecisionImport,
  referencedDecisionImport,
  sentenceDecisionImport,
  toldDecisionImport,
} from '../../decisions/index.ts';
import { type ProposedQuestion, questionImport, returnIndicatorImport } from '../../forms/index.ts';
import { goalImport, type ProposedGoal } from '../../goals/index.ts';
import {
  type ProposedIndicator,
  type ProposedPopulationRow,
  populationImport,
  toldIndicatorImport,
} from '../../indicators/index.ts';
import { budgetInputImport, type ProposedBudgetInputPoint } from '../../inputs/index.ts';
import {
  agendaImport,
  attendanceImport,
  citedMeetingImport,
  coverAttendanceImport,
  meetingCalendarImport,
  minutesCoverImport,
  minutesHeadImport,
  minutesItemImport,
  notesItemImport,
  notesMeetingImport,
  type ProposedAgendaItem,
  type ProposedAttendance,
  type ProposedCoverAttendance,
  type ProposedMeeting,
  type ProposedMeetingDate,
  type ProposedMinutesMeeting,
  type ProposedParagraph,
  type ProposedTimeslot,
  paragraphImport,
  summonsImport,
  timetableImport,
} from '../../meetings/index.ts';
import { type ProposedSeat, seatImport } from '../../organisation/index.ts';
import {
  focusAreaImport,
  type ProposedFocusArea,
  type ProposedPlanActivity,
  type ProposedPlanPoint,
  planActivityImport,
  planPointImport,
} from '../../plans/index.ts';
import {
  deliverableImport,
  type ProposedDeliverable,
  type ProposedProject,
  projectImport,
} from '../../projects/index.ts';
import {
  labelledReportEntryImport,
  type ProposedReportEntry,
  type ProposedTableReportEntry,
  reportTableImport,
  statedReportEntryImport,
} from '../../reports/index.ts';

/** All records that a reading can propose. */
export type ProposedRecord =
  | ProposedAssignment
  | ProposedReportEntry
  | ProposedTableReportEntry
  | ProposedMeeting
  | ProposedSeat
  | ProposedAgendaItem
  | ProposedTimeslot
  | ProposedAttendance
  | ProposedCoverAttendance
  | ProposedMinutesMeeting
  | ProposedParagraph
  | ProposedParagraphDecision
  | ProposedMeetingDate
  | ProposedCommission
  | ProposedAgreement
  | ProposedDeliverable
  | ProposedProject
  | ProposedDecision
  | ProposedGoal
  | ProposedBudgetInputPoint
  | ProposedPlanActivity
  | ProposedFocusArea
  | ProposedPlanPoint
  | ProposedDecisionStep
  | ProposedConsultationResponse
  | ProposedPopulationRow
  | ProposedIndicator
  | ProposedQuestion;

export type RecordType = ProposedRecord['type'];
export type RecordDraft = Draft<ProposedRecord>;

/** Every recogniser of every noun, in the order of the nouns. A new one is added here and nowhere else. */
export const recognisers: readonly Recogniser<ProposedRecord>[] = [
  seatImport,
  goalImport,
  reportedAssignmentImport,
  plannedAssignmentImport,
  assignmentTableImport,
  summonsImport,
  timetableImport,
  agendaImport,
  citedMeetingImport,
  minutesHeadImport,
  attendanceImport,
  minutesItemImport,
  notesItemImport,
  notesMeetingImport,
  meetingCalendarImport,
  minutesCoverImport,
  coverAttendanceImport,
  paragraphImport,
  proposedDecisionImport,
  prewrittenDecisionImport,
  referencedDecisionImport,
  sentenceDecisionImport,
  toldDecisionImport,
  commissionImport,
  toldCommissionImport,
  agreementImport,
  toldAgreementImport,
  deliverableImport,
  projectImport,
  paragraphDecisionImport,
  labelledReportEntryImport,
  statedReportEntryImport,
  reportTableImport,
  budgetInputImport,
  planActivityImport,
  focusAreaImport,
  planPointImport,
  decisionStepImport,
  consultationImport,
  populationImport,
  toldIndicatorImport,
  returnIndicatorImport,
  questionImport,
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
