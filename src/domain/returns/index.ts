export * from './form-return.ts';
export * from './form-return-reader.ts';
export * from './national-report.ts';
export * from './national-report-reader.ts';
export * from './national-report-transitions.ts';
export * from './read-answer-facts.ts';
export * from './record-form-answer.ts';
export * from './report-section-transitions.ts';
export { type StartNationalReport, startNationalReport } from './start-national-report.ts';
