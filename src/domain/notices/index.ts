export { type AnnounceAdjustment, announceAdjustment } from './announce-adjustment.ts';
export * from './appeal.ts';
export * from './appeal-clock.ts';
export * from './board.ts';
export * from './board-duty.ts';
export { authorityAbove, boardOf, boardsOf, bodiesWithoutBoard, listBoards } from './board-reader.ts';
export {
  noteAppeal,
  noteInterruption,
  noteRestored,
  postAnew,
  settleAppeal,
  takeDownNotice,
} from './change-notice.ts';
export { endAppealPeriod, endDueAppealPeriods, hindranceOf } from './end-appeal-period.ts';
export { ensureBoard, ensureMissingBoards } from './ensure-board.ts';
export * from './notice.ts';
export { instructionOf, type NoticeDocumentFacts, noticeDocument, noticeFacts } from './notice-document.ts';
export * from './notice-kinds.ts';
export * from './notice-reader.ts';
export * from './notice-transitions.ts';
export { boardTopic } from './notice-writer.ts';
export { confirmPosted, type PostNotice, postNotice } from './post-notice.ts';
export * from './posting-proof.ts';
export * from './posting-proof-reader.ts';
export { beginProbing, extendProofs, type ProbeFinding, recordProbe } from './record-probe.ts';
export { statableReasons, stateGap } from './state-gap.ts';
