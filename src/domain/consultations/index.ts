export * from './answer-consultation.ts';
export * from './answer-content.ts';
export * from './answer-files.ts';
export { type ConsultationLink, findConsultationLink, makeConsultationLink } from './answer-link.ts';
export type { AnswerPlace } from './answer-place.ts';
export { type AnswerSheet, getAnswerSheet, listSentAnswers, type SentAnswer } from './answer-sheet-reader.ts';
export * from './attachment-reader.ts';
export * from './close-consultation.ts';
export * from './consultation.ts';
export * from './consultation-document.ts';
export * from './consultation-documents.ts';
export { consultationImport, type ProposedConsultationResponse } from './consultation-import.ts';
export { type ConsultationLetterKind, consultationLetterKinds } from './consultation-letters.ts';
export * from './consultation-matrix.ts';
export * from './consultation-point.ts';
export {
  type AnswerPoint,
  addPoint,
  answerPoint,
  listPoints,
  publishAccount,
  removePoint,
} from './consultation-points.ts';
export { publishedConsultation } from './consultation-published.ts';
export * from './consultation-reader.ts';
export { releasedConsultation } from './consultation-release.ts';
export * from './consultation-transitions.ts';
export * from './decision-path.ts';
export {
  type ChangeConsultation,
  type ConsultationRecipient,
  changeConsultation,
  type DraftConsultation,
  draftConsultation,
} from './draft-consultation.ts';
export * from './recipient-choices.ts';
export * from './record-consultation-response.ts';
export { remindConsultation, roundsToRemind, sendConsultation } from './send-consultation.ts';
export * from './stance.ts';
export { saveAnswerDraft, sendAnswer, type WriteAnswer } from './write-answer.ts';
