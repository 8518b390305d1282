export * from './add-budget-input-point.ts';
export * from './answer-facts.ts';
export { type GatheredFacts, gatherFacts, reportedAssignments } from './answer-facts-reader.ts';
export * from './answer-types.ts';
export * from './approve-report.ts';
export * from './assessment.ts';
export * from './assessment-reader.ts';
export * from './assessment-status.ts';
export * from './budget-input.ts';
export { budgetInputImport, type ProposedBudgetInputPoint } from './budget-input-import.ts';
export * from './budget-input-reader.ts';
export * from './claim-evidence.ts';
export * from './claims.ts';
export * from './draft-answer.ts';
export * from './edit-entry.ts';
export * from './edit-report.ts';
export * from './ensure-period.ts';
export * from './latest-status-reader.ts';
export * from './link-evidence.ts';
export * from './period.ts';
export * from './position-reader.ts';
export { proposedAnswer } from './proposed-answer-reader.ts';
export * from './record-budget-input.ts';
export { refreshDraft, refreshDraftsOf } from './refresh-draft.ts';
export * from './report.ts';
export * from './report-data.ts';
export * from './report-document.ts';
export {
  labelledReportEntryImport,
  type ProposedEvidence,
  type ProposedReportEntry,
  statedReportEntryImport,
} from './report-entry-import.ts';
export {
  entriesForAssignment,
  entriesForAssignments,
  findReportFor,
  getReport,
  listReports,
  listReportsById,
  type ReportFilter,
} from './report-reader.ts';
export { type ProposedTableReportEntry, reportTableImport } from './report-table-import.ts';
export * from './report-transitions.ts';
export * from './start-report.ts';
export * from './take-position.ts';
export * from './write-assessment.ts';
