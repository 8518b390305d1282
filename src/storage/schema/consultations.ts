import type { Generated } from 'kysely';
import type { DateColumn, Json, JsonWithDefault, RecordRow, TenantRow, VersionedRow } from './columns.ts';

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
  /** To others (remiss), or within the house with a clock of working days (samråd). */
  kind: Generated<string>;
  /** How many working days from the sending the last day lies, in a round within the house. */
  working_days: number | null;
  /** What is asked one by one; empty when the answer is one text. */
  questions: JsonWithDefault<readonly string[]>;
  closed_on: DateColumn | null;
  /** The day from which the account of the answers can be read by everybody; null while only its keepers read it. */
  account_published_on: DateColumn | null;
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
  /** The respondent in the register, where it stands there. */
  body_id: string | null;
  /** The texts to the questions of the round, in their order. */
  answers: JsonWithDefault<readonly string[]>;
  /** The person who sent the answer in. */
  answered_by: string | null;
  answered_through: string | null;
  /** How many times an answer was sent in. */
  answer_number: Generated<number>;
  /** The day and § of the respondent's own decision on the answer. */
  decided_on: DateColumn | null;
  decision_section: string | null;
  /** The meeting at which the answer was given by word of mouth (CON-11). */
  meeting_id: string | null;
  /** The last day of this respondent alone (anstånd). */
  extended_to: DateColumn | null;
  extension_reason: string | null;
  secrecy_level: Generated<string>;
  secrecy_provision: string | null;
};

/** A link to answer by without an account. Only the SHA-256 of its token is here; a letter that leaves again gets a further link. */
export type ConsultationLinkRow = TenantRow & { token_hash: string; consultation_letter_id: string; made_at: Date };

/** What a respondent has begun to write and not sent in; it belongs to them, and nobody of the house reads it. */
export type ConsultationDraftRow = TenantRow & {
  consultation_response_id: string;
  content: Json<unknown>;
  saved_at: Date;
  version: number;
};

/** An answer as it was sent in, numbered: a later one takes its place and leaves it here. */
export type ConsultationAnswerRow = RecordRow & {
  consultation_response_id: string;
  number: number;
  sent_at: Date;
  sent_by: string;
  through: string;
  content: Json<unknown>;
};

/** A document of the register that is sent out with the question. */
export type ConsultationDocumentRow = TenantRow & { consultation_id: string; document_id: string; position: number };

/** A file that came with an answer; `sent` when the answer it belongs to was sent in. */
export type ConsultationAttachmentRow = RecordRow & {
  consultation_response_id: string;
  file_name: string;
  media_type: string;
  size: number;
  sha256: string;
  added_at: Date;
  sent: Generated<boolean>;
};

/** One point of an answer, what became of it and where the text was changed (CON-10, I-12). */
export type ConsultationPointRow = VersionedRow & {
  consultation_id: string;
  consultation_response_id: string;
  words: string;
  theme: string | null;
  outcome: string | null;
  reason: string | null;
  changed_noun: string | null;
  changed_id: string | null;
  /** Which version the change stands in, in words: "Förslag 2". */
  changed_in: string | null;
  from_text: string | null;
  to_text: string | null;
};

/** A station on the way to the decision (DEC-14). */
export type ConsultationStepRow = VersionedRow & {
  consultation_id: string;
  name: string;
  planned_on: DateColumn;
  body_id: string | null;
  meeting_id: string | null;
  passed_on: DateColumn | null;
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
  consultation_link: ConsultationLinkRow;
  consultation_draft: ConsultationDraftRow;
  consultation_answer: ConsultationAnswerRow;
  consultation_document: ConsultationDocumentRow;
  consultation_attachment: ConsultationAttachmentRow;
  consultation_point: ConsultationPointRow;
  consultation_step: ConsultationStepRow;
};
