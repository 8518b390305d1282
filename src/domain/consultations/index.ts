export * from './consultation.ts';
export { consultationImport, type ProposedConsultationResponse, type Stance, stances } from './consultation-import.ts';
export * from './consultation-reader.ts';
export * from './record-consultation-response.ts';
