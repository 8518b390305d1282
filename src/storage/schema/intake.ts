import type { Generated } from 'kysely';
import type { Json, VersionedRow } from './columns.ts';

/** One file that was handed in to be read: its progress, what was found, and the text that fitted nowhere. */
export type IntakeFileRow = VersionedRow & {
  document_id: string;
  state: string;
  /** 0–100 while reading. */
  progress: Generated<number>;
  /** How far the reading has come: phase, pages, records found so far. */
  reading: Json<Record<string, unknown>>;
  kind: string | null;
  title: string | null;
  error_code: string | null;
  /** What fills the places of the error's sentence. */
  error_values: Json<Record<string, unknown>>;
  unplaced: Json<readonly unknown[]>;
  furniture: Json<readonly unknown[]>;
  problems: Json<readonly unknown[]>;
  /** The rest of what the reader said of the document: body, date, diary number, parts. */
  facts: Json<Record<string, unknown>>;
  /** Where the passages stand on the pages, as a packed file of the blob store; null for formats without pages. */
  layout_sha256: string | null;
  /** The latest decision on many proposals at once, and how far it has come. */
  many: Json<Record<string, unknown>> | null;
  /** The file that holds an earlier version of the same paper. */
  earlier_id: string | null;
  created_by: string;
};

/** A record that the reader proposes. A person confirms, changes or rejects it; nothing else turns it into a record. */
export type ProposalRow = VersionedRow & {
  intake_file_id: string;
  position: number;
  type: string;
  /** The id the reader gave it within the file. */
  reader_id: string;
  fields: Json<Record<string, unknown>>;
  /** What the reader proposed before a person changed it. */
  original_fields: Json<Record<string, unknown>>;
  confidence: string;
  rule: string;
  span_start: number;
  span_end: number;
  line: number;
  /** Further passages that the proposal was read from. */
  also_at: Json<readonly { start: number; end: number; line: number }[]>;
  state: string;
  record_noun: string | null;
  record_id: string | null;
  /** Every record that the confirmation made, in order: what an undo takes away again, last first. */
  made: Json<readonly { noun: string; id: string }[]>;
  decided_by: string | null;
  decided_at: Date | null;
};

export type IntakeTables = { intake_file: IntakeFileRow; proposal: ProposalRow };
