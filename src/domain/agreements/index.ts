export * from './agreement.ts';
export { agreementImport, type ProposedAgreement } from './agreement-import.ts';
export * from './agreement-reader.ts';
export * from './notice-day.ts';
export * from './record-agreement.ts';
