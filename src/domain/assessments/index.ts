export * from './assessment.ts';
export * from './assessment-reader.ts';
export * from './assessment-status.ts';
export * from './ensure-period.ts';
export * from './latest-status-reader.ts';
export * from './period.ts';
export * from './write-assessment.ts';
