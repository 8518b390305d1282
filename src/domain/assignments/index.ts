export * from './assignment.ts';
export { type AssignmentFilter, fittingAssignments } from './assignment-filter.ts';
export { type ProposedAssignment, plannedAssignmentImport, reportedAssignmentImport } from './assignment-import.ts';
export {
  type AssignmentPage,
  type AssignmentQuery,
  type AssignmentSort,
  assignmentSorts,
  countAssignments,
  countByState,
  countCap,
  listAllAssignments,
  listAssignments,
} from './assignment-list-reader.ts';
export * from './assignment-parties.ts';
export { publishedAssignment, type TellingStatus } from './assignment-published.ts';
export {
  findAssignment,
  findAssignmentByRef,
  findAssignmentByText,
  getAssignment,
  listAssignmentsById,
  listAssignmentsByRef,
  listAssignmentsOfYears,
} from './assignment-reader.ts';
export * from './assignment-ref.ts';
export { type AssignmentTableRow, assignmentTableImport, assignmentTableRows } from './assignment-table-import.ts';
export * from './assignment-transitions.ts';
export * from './change-assignment.ts';
export { type DueChange, dueChangesOf } from './due-change.ts';
export * from './filter-choices-reader.ts';
export { type GiveAssignment, giveAssignment } from './give-assignment.ts';
export { type GiveProposed, giveProposed } from './give-proposed.ts';
export * from './link-assignment-to-goal.ts';
export * from './link-assignments.ts';
export * from './link-reader.ts';
export * from './move-assignment.ts';
export {
  type NumberedSection,
  numberedSections,
  type RedirectedSection,
  redirectedSections,
} from './numbered-section-import.ts';
export * from './propose-assignment.ts';
export { type Addressees, addresseesIn } from './recipient-import.ts';
export * from './roll-forward.ts';
export { shortTitle } from './short-title.ts';
export * from './verb-class.ts';
