/** The door of publications: what is proposed to become public, what the gate finds in it, who reviews it, and how it is taken back. */
export * from './finding.ts';
export { type Proposed, type ProposePublication, proposePublication } from './propose-publication.ts';
export * from './publication.ts';
export * from './publication-transitions.ts';
export { type Publishable, publishable } from './publishable-records.ts';
export { type WithdrawPublication, withdrawPublication } from './withdraw-publication.ts';
