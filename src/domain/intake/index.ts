export * from './account-for-text.ts';
export * from './compare-versions.ts';
export * from './confidence.ts';
export * from './confirm-all.ts';
export * from './confirm-as-recorded.ts';
export { confirmProposal, questionsOf, sceneOf } from './confirm-proposal.ts';
export * from './decide-many.ts';
export * from './field-codes.ts';
export * from './file-transitions.ts';
export * from './hand-in.ts';
export * from './intake-file.ts';
export {
  countIntakeFiles,
  countOpenProposals,
  countProposals,
  findIntakeFile,
  findIntakeFileBySha256,
  findLaterVersion,
  getIntakeFile,
  getProposal,
  intakeFilesOf,
  listIntakeFiles,
  listProposals,
  type ProposalCounts,
  type ProposalFilter,
} from './intake-reader.ts';
export * from './page-layout.ts';
export * from './proposal.ts';
export * from './proposal-transitions.ts';
export * from './proposal-types.ts';
export * from './read-again.ts';
export { type ReadDocument, type ReadFile, type ReadingTools, readIntakeFile } from './read-file.ts';
export { isReadFile } from './read-file-check.ts';
export { type ReadResult, readRecords } from './read-records.ts';
export { compareFiles } from './reading/compare-files.ts';
export type { ProposedRecord, RecordType } from './reading/recognisers.ts';
export * from './reading-progress.ts';
export * from './record-places.ts';
export * from './remark-kinds.ts';
export * from './reopen-proposal.ts';
export * from './review-proposal.ts';
export { type SuggestedConnection, suggestedConnectionsOf } from './suggested-connections-reader.ts';
export { type SuggestedLink, suggestedLinksOf } from './suggested-links-reader.ts';
export * from './take-proposed.ts';
