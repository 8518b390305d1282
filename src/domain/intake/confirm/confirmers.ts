import type { ProposalType } from '../proposal-types.ts';
import { confirmAgendaItem } from './confirm-agenda-item.ts';
import { confirmAssignment } from './confirm-assignment.ts';
import { confirmAssignmentLink } from './confirm-assignment-link.ts';
import { confirmBodyAlias } from './confirm-body-alias.ts';
import { confirmBudgetInputPoint } from './confirm-budget-input-point.ts';
import { confirmDecision } from './confirm-decision.ts';
import { confirmGoal } from './confirm-goal.ts';
import { confirmMeeting } from './confirm-meeting.ts';
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
};
