export * from './answer-facts.ts';
export { type GatheredFacts, gatherFacts, reportedAssignments } from './answer-facts-reader.ts';
export { type AnswerMatrix, answerMatrix, type MatrixCell } from './answer-matrix-reader.ts';
export * from './answer-standing.ts';
export * from './answer-types.ts';
export { answersOfAssignment, type BodyAnswer } from './answers-of-assignment.ts';
export * from './approve-report.ts';
export * from './arrange-report.ts';
export * from './choose-quotation.ts';
export * from './claim-evidence.ts';
export * from './claim-finding.ts';
export * from './claims.ts';
export * from './claims-to-settle.ts';
export * from './deliver-report.ts';
export * from './draft-answer.ts';
export * from './edit-annexes.ts';
export * from './edit-entry.ts';
export * from './edit-period-report.ts';
export { editReportTexts, markReady, reopenReport } from './edit-report.ts';
export {
  addReportFigure,
  changeReportFigure,
  raiseReportFigure,
  removeReportFigure,
} from './edit-report-figures.ts';
export { type Suggestions, suggestedEvidence } from './evidence-search-reader.ts';
export { swedishNumber } from './evidence-texts-reader.ts';
export { figureDifferences, type KnownSeries } from './figure-differences.ts';
export * from './link-evidence.ts';
export * from './period-report.ts';
export * from './period-report-amounts.ts';
export * from './period-report-data.ts';
export { type AddressOf, periodReportDocument } from './period-report-document.ts';
export { draftText } from './period-report-draft.ts';
export { getPeriodReport, periodOf } from './period-report-reader.ts';
export * from './position-reader.ts';
export { proposedAnswer } from './proposed-answer-reader.ts';
export { refreshDraft, refreshDraftsOf } from './refresh-draft.ts';
export {
  type ChapterChange,
  refreshPeriodReport,
  settlePeriodQuotation,
} from './refresh-period-report.ts';
export * from './report.ts';
export * from './report-annex.ts';
export * from './report-comparison.ts';
export { compareWithLast } from './report-comparison-reader.ts';
export * from './report-data.ts';
export * from './report-document.ts';
export {
  labelledReportEntryImport,
  type ProposedEvidence,
  type ProposedReportEntry,
  statedReportEntryImport,
} from './report-entry-import.ts';
export {
  type FigureChange,
  type FigureChoice,
  type FigureForm,
  figureFormCodes,
  figureForms,
  type ReportFigure,
} from './report-figure.ts';
export * from './report-order.ts';
export { publishedReport } from './report-published.ts';
export {
  entriesForAssignment,
  entriesForAssignments,
  findReportFor,
  getReport,
  listReports,
  listReportsById,
  type ReportFilter,
} from './report-reader.ts';
export * from './report-receiver.ts';
export { receivedInItems, receiversOf, reportsWaitingFor, type WaitingReport } from './report-receiver-reader.ts';
export { releasedReport } from './report-release.ts';
export { type ProposedTableReportEntry, reportTableImport } from './report-table-import.ts';
export * from './report-transitions.ts';
export * from './settle-claim.ts';
export * from './start-period-report.ts';
export * from './start-report.ts';
export * from './suggest-evidence.ts';
export { insideSentence, sentence, swedishList } from './swedish-phrases.ts';
export * from './take-position.ts';
export * from './take-up-report.ts';
