import type { ProposalType } from '../proposal-types.ts';
import { confirmAgendaItem } from './confirm-agenda-item.ts';
import { confirmAgreement } from './confirm-agreement.ts';
import { confirmAssignment } from './confirm-assignment.ts';
import { confirmAssignmentLink } from './confirm-assignment-link.ts';
import { confirmAttendance } from './confirm-attendance.ts';
import { confirmBodyAlias } from './confirm-body-alias.ts';
import { confirmBudgetInputPoint } from './confirm-budget-input-point.ts';
import { confirmCommission, confirmDeliverable } from './confirm-collaboration.ts';
import { confirmConsultationResponse } from './confirm-consultation-response.ts';
import { confirmDecision } from './confirm-decision.ts';
import { confirmDecisionStep } from './confirm-decision-step.ts';
import { confirmIndicator, confirmPopulationRow } from './confirm-figures.ts';
import { confirmGoal } from './confirm-goal.ts';
import { confirmFocusArea, confirmPlanActivity, confirmPlanPoint } from './confirm-in-activity-plan.ts';
import { confirmMeeting } from './confirm-meeting.ts';
import { confirmMeetingDate } from './confirm-meeting-date.ts';
import { confirmProject } from './confirm-project.ts';
import { confirmQuestion } from './confirm-question.ts';
import { confirmRecordLink } from './confirm-record-link.ts';
import { confirmReportEntry } from './confirm-report-entry.ts';
import { confirmSeat } from './confirm-seat.ts';
import { confirmTimeslot } from './confirm-timeslot.ts';
import type { Confirmer } from './confirmer.ts';

/** How each type of proposal becomes a record. A type that can be confirmed and has no row here does not compile. */
export const confirmers: Readonly<Record<ProposalType, Confirmer>> = {
  bodyAlias: confirmBodyAlias,
  goal: confirmGoal,
  assignment: confirmAssignment,
  meeting: confirmMeeting,
  seat: confirmSeat,
  agendaItem: confirmAgendaItem,
  timeslot: confirmTimeslot,
  decision: confirmDecision,
  reportEntry: confirmReportEntry,
  budgetInputPoint: confirmBudgetInputPoint,
  assignmentLink: confirmAssignmentLink,
  meetingDate: confirmMeetingDate,
  attendance: confirmAttendance,
  planActivity: confirmPlanActivity,
  focusArea: confirmFocusArea,
  planPoint: confirmPlanPoint,
  decisionStep: confirmDecisionStep,
  agreement: confirmAgreement,
  commission: confirmCommission,
  deliverable: confirmDeliverable,
  project: confirmProject,
  consultationResponse: confirmConsultationResponse,
  populationRow: confirmPopulationRow,
  indicator: confirmIndicator,
  question: confirmQuestion,
  recordLink: confirmRecordLink,
};
