export * from './commission.ts';
export { commissionImport, type ProposedCommission } from './commission-import.ts';
export * from './commission-reader.ts';
export * from './record-commission.ts';
