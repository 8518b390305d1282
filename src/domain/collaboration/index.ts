export * from './agreement-reader.ts';
export * from './collaboration.ts';
export * from './commission-reader.ts';
export * from './deliverable-reader.ts';
export * from './record-agreement.ts';
export * from './record-commission.ts';
export * from './record-deliverable.ts';
