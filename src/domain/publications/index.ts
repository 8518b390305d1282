/** The door of publications: what is proposed to become public, what the gate finds in it, who reviews it, and how it is taken back. */
export * from './finding.ts';
export { type GateScene, gateFindings } from './gate.ts';
export { gateSceneOf } from './gate-scene-reader.ts';
export { keptFinding } from './kept-finding.ts';
export { maskedWords, maskRecord } from './mask-record.ts';
export { nameKey, nameLikesIn } from './person-names.ts';
export { type Proposed, type ProposePublication, proposePublication } from './propose-publication.ts';
export * from './publication.ts';
export { type PublicationDuty, publicationDuties } from './publication-duty-reader.ts';
export {
  eventsOf,
  getPublication,
  type ListedPublication,
  listPublications,
  type PublicationFilter,
  publicationsOf,
} from './publication-reader.ts';
export * from './publication-transitions.ts';
export { type Publishable, publishable } from './publishable-records.ts';
export { isReadyRecord, recordToPublish } from './ready-record.ts';
export {
  type DeclinePublication,
  declinePublication,
  type ReviewPublication,
  type Ruling,
  reviewPublication,
} from './review-publication.ts';
export { withdrawMarked } from './withdraw-marked.ts';
export { type WithdrawPublication, withdrawPublication } from './withdraw-publication.ts';
