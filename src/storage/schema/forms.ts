import type { Json, JsonOrNull, VersionedRow } from './columns.ts';

/** A form that was answered and sent in (NAT-01): one a year and title. */
export type FormReturnRow = VersionedRow & { title: string; organisation: string | null; year: number };

/** A question of the form as it was put, and the answer (NAT-04…16). A tick that could not be read is null, never No. */
export type FormAnswerRow = VersionedRow & {
  form_return_id: string;
  position: number;
  number: string;
  section: string | null;
  question: string;
  kind: string;
  options: Json<readonly string[]>;
  /** The rows of a matrix with what was answered in each. */
  matrix: JsonOrNull<readonly Readonly<Record<string, unknown>>[]>;
  condition: JsonOrNull<Readonly<Record<string, unknown>>>;
  /** What else the form shows: ticks with how each was read, a figure with its day, comment, attachment to send. */
  details: JsonOrNull<Readonly<Record<string, unknown>>>;
  answer: string | null;
  /** 0 to 1 as decimal text; null when nothing was answered. */
  certainty: string | null;
  /** Why an answer that no tick shows is taken to be so. */
  inferred_from: string | null;
};

/** A form that is asked again in new versions: the national return, a joint self-assessment. */
export type FormRow = VersionedRow & {
  title: string;
  purpose: string;
  /** The name under which the product ships it; null for a form that was made here. */
  shipped_as: string | null;
};

/** What is asked in one version; `structure` is a `FormStructure` of the domain. Once somebody has answered, it never changes. */
export type FormVersionRow = VersionedRow & {
  form_id: string;
  number: number;
  year: number | null;
  state: string;
  structure: Json<Readonly<Record<string, unknown>>>;
  made_from_id: string | null;
};

/** The answers to one version by those who answer it together. */
export type FormResponseRow = VersionedRow & { form_version_id: string; frozen_at: Date | null };

/** The answer to one question; `value` is an `AnswerValue` of the domain. */
export type FormResponseAnswerRow = VersionedRow & {
  form_response_id: string;
  question_code: string;
  value: Json<Readonly<Record<string, unknown>>>;
  comment: string | null;
  origin: string;
  answered_by: string;
  answered_at: Date;
};

export type FormsTables = {
  form_return: FormReturnRow;
  form_answer: FormAnswerRow;
  form: FormRow;
  form_version: FormVersionRow;
  form_response: FormResponseRow;
  form_response_answer: FormResponseAnswerRow;
};
