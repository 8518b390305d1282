export { adjustersNamedIn, type NamedAdjuster } from './adjusters-named.ts';
export * from './adjustment-transitions.ts';
export { noteAnnounced, noteFinal } from './announce-minutes.ts';
export { approveMinutes, previousMinutesTitle, proposeApprovalItem } from './approve-minutes.ts';
export { archiveMinutes } from './archive-minutes.ts';
export * from './beside-minutes-reader.ts';
export { askForComments, commentMinutes, endComments, noteMinutesRead, resolveComment } from './comment-minutes.ts';
export { type ComposedMinutes, composeMinutes, readMinutesDraft } from './compose-minutes-reader.ts';
export { sectionAnchor, sectionLabel } from './contents-document.ts';
export { type CorrectMinutes, correctMinutes } from './correct-minutes.ts';
export { type DispatchExtract, dispatchExtract, proposedRecipients, type Recipient } from './dispatch-extract.ts';
export { type ExtractFacts, extractDocument } from './extract-document.ts';
export { type Extract, extractOf } from './extract-reader.ts';
export * from './minutes.ts';
export * from './minutes-completeness.ts';
export { minutesDocument, sectionDocument } from './minutes-document.ts';
export * from './minutes-facts.ts';
export { publishedMinutes } from './minutes-published.ts';
export * from './minutes-reader.ts';
export { releasedMinutes } from './minutes-release.ts';
export * from './minutes-transitions.ts';
export * from './printed-minutes-reader.ts';
export * from './public-minutes.ts';
export { remindSigners } from './remind-signers.ts';
export { remindsOn } from './reminder-days.ts';
export { localSignatures, sealOf, signatureFits } from './seal-signature.ts';
export { sectionBlocks } from './section-document.ts';
export { type SectionPlace, sectionFacts } from './section-facts.ts';
export {
  type NewSigner,
  type SendToSign,
  sendMinutesToSign,
  sendSectionToSign,
  signerProblems,
} from './send-to-sign.ts';
export { isSigner, notePaperSignature, returnMinutes, signMinutes, takeBackMinutes } from './sign-minutes.ts';
export * from './signature.ts';
export { changeMinutesCover, type StartMinutes, startMinutes } from './start-minutes.ts';
export { minutesHash } from './tree-hash.ts';
export * from './waiting-minutes-reader.ts';
