export { type AnnounceQuestion, announceQuestion } from './announce-question.ts';
export { type AnswerQuestion, answerQuestion, carryQuestions, withdrawQuestion } from './answer-question.ts';
export { type CarryItem, carryItem } from './carry-item.ts';
export * from './changes-reader.ts';
export { type DecideItem, decideItem, type ItemDecided } from './decide-item.ts';
export { declareImmediateAdjustment } from './declare-immediate-adjustment.ts';
export * from './dissent.ts';
export * from './floor-proposal.ts';
export * from './item-outcome.ts';
export { type ProceedingsChange, proceedingsChanges } from './item-scene.ts';
export * from './item-table.ts';
export { findNextMeeting } from './next-meeting-reader.ts';
export { type NoteOralInformation, noteOralInformation } from './note-oral-information.ts';
export * from './participants.ts';
export * from './proceedings.ts';
export * from './proceedings-phrases.ts';
export * from './proceedings-reader.ts';
export * from './proposition-rounds.ts';
export * from './proposition-words.ts';
export {
  chooseMainProposal,
  noteFinding,
  type PutProposition,
  putProposition,
  takeBackProposition,
} from './put-proposition.ts';
export * from './question.ts';
export * from './question-reader.ts';
export * from './question-transitions.ts';
export {
  changeFloorProposal,
  type RaiseFloorProposal,
  raiseFloorProposal,
  withdrawFloorProposal,
} from './raise-floor-proposal.ts';
export {
  type AnnounceDissent,
  announceDissent,
  grantDissent,
  takeBackDissent,
  writeStatement,
} from './record-dissent.ts';
export { type SaveSectionText, saveSectionText } from './save-section-text.ts';
export { sealItems, unsealItems } from './seal-items.ts';
export * from './section-completeness.ts';
export * from './section-text.ts';
export { takeBackOutcome } from './take-back-outcome.ts';
export {
  breakTie,
  castVotes,
  type EndVote,
  endVote,
  type RequestVote,
  requestVote,
  type TieBreak,
  takeBackVote,
} from './take-vote.ts';
export * from './vote.ts';
export * from './vote-rules.ts';
export * from './vote-transitions.ts';
