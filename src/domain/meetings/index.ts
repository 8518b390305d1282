export * from './absence-forecast-rules.ts';
export * from './absence-overview-reader.ts';
export * from './absence-request.ts';
export * from './absence-request-transitions.ts';
export * from './activity-year-reader.ts';
export { type AddNoteTaker, addNoteTaker } from './add-note-taker.ts';
export * from './adjust-by.ts';
export * from './agenda-changes.ts';
export { itemTitle } from './agenda-document.ts';
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
export { agendaNumbers } from './agenda-order.ts';
export * from './agenda-version.ts';
export * from './agenda-version-reader.ts';
export * from './allocate-section-number.ts';
export * from './announced-papers-reader.ts';
export * from './answer-link.ts';
export * from './answer-summons.ts';
export { answersUntil, type GivenAnswer } from './answer-writer.ts';
export { type AttendanceRow, attendanceImport, attendanceIn, type ProposedAttendance } from './attendance-import.ts';
export * from './call-calendar.ts';
export * from './call-feed.ts';
export * from './call-person.ts';
export * from './call-seats.ts';
export * from './change-agenda.ts';
export * from './change-meeting.ts';
export * from './choose-adjusters.ts';
export { citedMeetingImport, isOwnMeeting } from './cited-meeting-import.ts';
export { bringOverMissed, continueActivityYear, untakenItems } from './continue-activity-year.ts';
export { type DecidedSentence, decidedSentences } from './decided-sentences.ts';
export * from './doors.ts';
export * from './freeze-agenda.ts';
export * from './item-documents.ts';
export * from './letter-again.ts';
export * from './link-activity-plan.ts';
export * from './link-item.ts';
export { lockMeeting, shareMeeting } from './lock-meeting.ts';
export * from './meeting.ts';
export { calendarIn, meetingCalendarImport, type ProposedMeetingDate } from './meeting-calendar-import.ts';
export * from './meeting-note.ts';
export { listMeetingNotes, listNoteTakers } from './meeting-note-reader.ts';
export { type BesideMeeting, hiddenItems, hiddenItemTitle, publishedMeeting } from './meeting-published.ts';
export * from './meeting-reader.ts';
export * from './meeting-transitions.ts';
export type { LockedMeeting } from './meeting-writer.ts';
export * from './memo.ts';
export { memoDocument } from './memo-document.ts';
export * from './memo-proposal.ts';
export * from './memo-reader.ts';
export * from './memo-transitions.ts';
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
export { type MoveAgendaItem, moveAgendaItem, numberNewItem, renumberAgenda } from './move-agenda-item.ts';
export * from './never-taken-up.ts';
export { type NotesFacts, notesDocument } from './notes-document.ts';
export { notesItemImport, notesMeetingImport } from './notes-item-import.ts';
export { getGathering } from './notes-reader.ts';
export * from './notice-deadline.ts';
export { noticeDocument } from './notice-document.ts';
export { getNoticeFacts, type NoticeVersion } from './notice-facts-reader.ts';
export { invited, type NoticeFacts, noticeTitle } from './notice-head.ts';
export * from './officials-item.ts';
export { officialsItemsOf, officialsItemsOfMeetings } from './officials-item-reader.ts';
export {
  type DividedPaper,
  dividerDocument,
  type ListedPaper,
  packageContentsDocument,
  type SeparatePaper,
} from './package-document.ts';
export { isNoted, type ProposedParagraph, paragraphImport } from './paragraph-import.ts';
export { type MinutesParagraph, minutesParagraphs, type ParagraphPart } from './paragraph-sections-import.ts';
export { paragraphHead } from './paragraph-title-import.ts';
export * from './plan-from-activity.ts';
export { type PlanMeeting, planMeeting } from './plan-meeting.ts';
export { printedClauses } from './printed-words.ts';
export * from './proposal-reader.ts';
export * from './put-standing-items.ts';
export * from './recalculate-timetable.ts';
export { type RecordVisit, recordVisit } from './record-visit.ts';
export { allowMatch, type RefuseMatch, refuseMatch } from './refuse-match.ts';
export * from './reporting-group-reader.ts';
export * from './reporting-groups.ts';
export { type SaveMeetingNote, saveMeetingNote } from './save-meeting-note.ts';
export * from './section-number.ts';
export * from './set-reporting-groups.ts';
export * from './set-themes.ts';
export * from './set-timetable.ts';
export * from './standing-item-reader.ts';
export * from './standing-items.ts';
export * from './summon-meeting.ts';
export * from './summons.ts';
export { adjustmentIn, type ProposedMeeting, summonsImport } from './summons-import.ts';
export { findOwnSummons, getSummons, listSummonses } from './summons-reader.ts';
export * from './summons-table.ts';
export { supplementDocument } from './supplement-document.ts';
export * from './theme.ts';
export { groupsOf, questionsOf } from './theme-reader.ts';
export { timetableDocument } from './timetable-document.ts';
export { type ProposedTimeslot, timetableImport } from './timetable-import.ts';
export * from './unannounced-items.ts';
export * from './visit.ts';
export { findVisit } from './visit-reader.ts';
export * from './write-memo.ts';
export { type WriteOfficialsItem, writeOfficialsItem } from './write-officials-item.ts';
