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
export { type AttendanceRow, attendanceImport, attendanceIn, type ProposedAttendance } from './attendance-import.ts';
export * from './attendance-reader.ts';
export * from './call-seats.ts';
export * from './change-agenda.ts';
export * from './change-meeting.ts';
export { citedMeetingImport, isOwnMeeting } from './cited-meeting-import.ts';
export { type DecidedSentence, decidedSentences } from './decided-sentences.ts';
export * from './link-item.ts';
export * from './meeting.ts';
export { calendarIn, meetingCalendarImport, type ProposedMeetingDate } from './meeting-calendar-import.ts';
export * from './meeting-reader.ts';
export * from './meeting-transitions.ts';
export { type ListedParagraph, minutesContents } from './minutes-contents.ts';
export {
  coverAttendanceImport,
  minutesCoverImport,
  type ProposedCoverAttendance,
  type ProposedMinutesMeeting,
} from './minutes-cover-import.ts';
export { minutesHeadImport } from './minutes-head-import.ts';
export { minutesItemImport } from './minutes-item-import.ts';
export {
  flowOfPart,
  type MinutesItem,
  type MinutesPart,
  minutesItems,
  spanOfParagraph,
  textOfItem,
} from './minutes-items.ts';
export { type MoveAgendaItem, moveAgendaItem } from './move-agenda-item.ts';
export { notesItemImport, notesMeetingImport } from './notes-item-import.ts';
export { isNoted, type ProposedParagraph, paragraphImport } from './paragraph-import.ts';
export { type MinutesParagraph, minutesParagraphs, type ParagraphPart } from './paragraph-sections-import.ts';
export { paragraphHead } from './paragraph-title-import.ts';
export { type PlanMeeting, planMeeting } from './plan-meeting.ts';
export * from './record-attendance.ts';
export * from './set-timetable.ts';
export { adjustmentIn, type ProposedMeeting, summonsImport } from './summons-import.ts';
export { type ProposedTimeslot, timetableImport } from './timetable-import.ts';
