import type { Generated } from 'kysely';
import type { DateColumn, RecordRow, VersionedRow } from './columns.ts';

/** A question that was sent out for comments (remiss, CON-01): read in from a summary of answers, or asked from here (FL 26 §). */
export type ConsultationRow = VersionedRow & {
  title: string;
  state: Generated<string>;
  /** Who asks; nobody when the round was read in. */
  body_id: string | null;
  /** What the opinion should cover. */
  scope: string | null;
  /** The last day to answer. */
  due_on: DateColumn | null;
  sent_on: DateColumn | null;
  sent_by: string | null;
};

/** One who was asked, and what they answered. */
export type ConsultationResponseRow = VersionedRow & {
  consultation_id: string;
  position: number;
  respondent: string;
  /** Where the letter goes; a recipient without an address is asked by other means. */
  address: string | null;
  received_on: DateColumn | null;
  sender: string | null;
  stance: string | null;
  response: string | null;
};

/** A letter of a round that was laid in the outbox: the question, or a reminder of it. */
export type ConsultationLetterRow = RecordRow & {
  consultation_id: string;
  consultation_response_id: string;
  kind: string;
  address: string;
  posted_on: DateColumn;
  posted_by: string;
  outbox_id: string;
};

export type ConsultationsTables = {
  consultation: ConsultationRow;
  consultation_response: ConsultationResponseRow;
  consultation_letter: ConsultationLetterRow;
};
