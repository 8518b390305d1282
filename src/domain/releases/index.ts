/** The door of releases: what one authority lets another have, what it asks with it, and the answers that come back (OSL 8:1–2). */
export type { AnswerHandler, AnswerHandlers, TakenAnswer } from './answer-handlers.ts';
export { type AnswerRelease, answerRelease } from './answer-release.ts';
export * from './ask-answers.ts';
export * from './ask-kinds.ts';
export { carryRelease } from './carry-release.ts';
export { releasedDocument } from './document-release.ts';
export { foundAuthority } from './found-authority.ts';
export * from './guest-reader.ts';
export { type OpenAsk, openAsks } from './open-asks-reader.ts';
export { parseAmount } from './parse-amount.ts';
export * from './principal.ts';
export * from './principal-reader.ts';
export { readAsGuest } from './read-as-guest.ts';
export { noteReceivedRead } from './read-received.ts';
export { type RecallRelease, recallRelease } from './recall-release.ts';
export * from './received.ts';
export { getReceived, listReceived } from './received-reader.ts';
export * from './received-transitions.ts';
export * from './release.ts';
export { type ReleaseErrand, releaseTopic } from './release-errand.ts';
export * from './release-grounds.ts';
export {
  getRelease,
  listReleases,
  type ReleaseFilter,
  releasesOfRecord,
} from './release-reader.ts';
export { groundProblems, type ReleaseRecord, releaseRecord, requireRecord } from './release-record.ts';
export * from './released-content.ts';
export type { SecretReading } from './secret-reading.ts';
export { type TiePrincipal, tiePrincipal } from './tie-principal.ts';
