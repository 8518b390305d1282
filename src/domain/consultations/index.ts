export * from './answer-consultation.ts';
export * from './consultation.ts';
export { consultationImport, type ProposedConsultationResponse, type Stance, stances } from './consultation-import.ts';
export { type ConsultationLetterKind, consultationLetterKinds } from './consultation-letters.ts';
export * from './consultation-reader.ts';
export * from './consultation-transitions.ts';
export {
  type ChangeConsultation,
  type ConsultationRecipient,
  changeConsultation,
  type DraftConsultation,
  draftConsultation,
} from './draft-consultation.ts';
export * from './record-consultation-response.ts';
export { remindConsultation, roundsToRemind, sendConsultation } from './send-consultation.ts';
