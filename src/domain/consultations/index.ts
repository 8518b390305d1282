export { consultationImport, type ProposedConsultationResponse, type Stance, stances } from './consultation-import.ts';
