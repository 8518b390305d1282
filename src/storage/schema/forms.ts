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

export type FormsTables = { form_return: FormReturnRow; form_answer: FormAnswerRow };
