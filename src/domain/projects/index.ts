export * from './deliverable.ts';
export { deliverableImport, type ProposedDeliverable } from './deliverable-import.ts';
export * from './deliverable-reader.ts';
export * from './record-deliverable.ts';
