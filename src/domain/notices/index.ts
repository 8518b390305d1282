export { type AnnounceAdjustment, announceAdjustment } from './announce-adjustment.ts';
export * from './appeal.ts';
export * from './appeal-clock.ts';
export * from './board-duty.ts';
export { authorityAbove, boardsOf } from './board-reader.ts';
export {
  noteAppeal,
  noteInterruption,
  noteRestored,
  postAnew,
  settleAppeal,
  takeDownNotice,
} from './change-notice.ts';
export { endAppealPeriod, endDueAppealPeriods, hindranceOf } from './end-appeal-period.ts';
export * from './notice.ts';
export { instructionOf, type NoticeDocumentFacts, noticeDocument, noticeFacts } from './notice-document.ts';
export * from './notice-kinds.ts';
export * from './notice-reader.ts';
export * from './notice-transitions.ts';
export { confirmPosted, type PostNotice, postNotice } from './post-notice.ts';
