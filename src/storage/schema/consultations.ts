import type { DateColumn, VersionedRow } from './columns.ts';

/** A question that was sent out for comments (remiss, CON-01). */
export type ConsultationRow = VersionedRow & { title: string };

/** What one respondent answered. */
export type ConsultationResponseRow = VersionedRow & {
  consultation_id: string;
  position: number;
  respondent: string;
  received_on: DateColumn | null;
  sender: string | null;
  stance: string | null;
  response: string | null;
};

export type ConsultationsTables = {
  consultation: ConsultationRow;
  consultation_response: ConsultationResponseRow;
};
