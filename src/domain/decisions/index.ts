export * from './change-decision.ts';
export * from './decision.ts';
export { type ProposedDecision, proposedDecisionImport, referencedDecisionImport } from './decision-import.ts';
export * from './decision-reader.ts';
export * from './decision-transitions.ts';
export * from './mandate-rules.ts';
export { type RecordDecision, recordDecision } from './record-decision.ts';
