export * from './agreement.ts';
export * from './agreement-codes.ts';
export { agreementDocument } from './agreement-document.ts';
export { agreementImport, type ProposedAgreement, type ToldParty } from './agreement-import.ts';
export { claimsOf as agreementClaims, partiesOf as agreementParties } from './agreement-parts-reader.ts';
export { publishedAgreement } from './agreement-published.ts';
export * from './agreement-reader.ts';
export { askOfAgreement, releasedAgreement } from './agreement-release.ts';
export type { AgreementFields } from './agreement-rules.ts';
export * from './agreement-term.ts';
export * from './agreement-transitions.ts';
export * from './compare-agreement-texts.ts';
export {
  type AgreementPartyFields,
  addAgreementParty,
  addAllPrincipals,
  changeAgreementParty,
  removeAgreementParty,
} from './keep-agreement-party.ts';
export * from './keep-agreement-step.ts';
export { type GiveNotice, giveNotice, moveAgreement } from './move-agreement.ts';
export {
  type NotePartyDecision,
  notePartyDecision,
  notePartyDecisionOf,
  type PartyDecisionFields,
  partyDecisionProblems,
  takeBackPartyDecision,
} from './note-party-decision.ts';
export * from './notice-day.ts';
export * from './ratification.ts';
export * from './record-agreement.ts';
export * from './settle-claim.ts';
export { takeAgreementDecision } from './take-agreement-decision.ts';
export { toldAgreementImport } from './told-agreement-import.ts';
export * from './write-agreement-text.ts';
