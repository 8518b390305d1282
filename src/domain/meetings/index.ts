export * from './adjust-by.ts';
export { type AgendaSection, agendaImport, agendaSections, type ProposedAgendaItem } from './agenda-import.ts';
export * from './agenda-item.ts';
export {
  getAgendaItem,
  type ItemOccasion,
  itemsForAssignment,
  itemsForAssignments,
  itemsForMatter,
  type MatterOccasion,
} from './agenda-item-reader.ts';
export * from './attendance.ts';
export * from './attendance-reader.ts';
export * from './record-attendance.ts';
export * from './call-seats.ts';
export * from './change-agenda.ts';
export * from './change-meeting.ts';
export { citedMeetingImport, isOwnMeeting } from './cited-meeting-import.ts';
export * from './link-item.ts';
export * from './meeting.ts';
export * from './meeting-reader.ts';
export * from './meeting-transitions.ts';
export { type MoveAgendaItem, moveAgendaItem } from './move-agenda-item.ts';
export { type PlanMeeting, planMeeting } from './plan-meeting.ts';
export * from './set-timetable.ts';
export { adjustmentIn, type ProposedMeeting, summonsImport } from './summons-import.ts';
export { type ProposedTimeslot, timetableImport } from './timetable-import.ts';
