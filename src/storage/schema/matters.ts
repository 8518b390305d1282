import type { Generated } from 'kysely';
import type { DateColumn, Json, RecordRow, VersionedRow } from './columns.ts';

/** A matter (ärende) lives longer than any agenda item. Its protected title is shown only to those whom the secrecy level allows. */
export type MatterRow = VersionedRow & {
  registration_number: string;
  public_title: string;
  protected_title: string | null;
  secrecy_level: string;
  legal_ground: string | null;
  body_id: string | null;
  opened_on: DateColumn | null;
  state: string;
  /** Which act it is handled by (R-FL-1). */
  procedural_law: Generated<string>;
  /** Its number in the authority's classification scheme (R-ARK-4). */
  classification: string | null;
  /** The day on which it was closed; how long its documents are kept is counted from there. */
  closed_on: DateColumn | null;
};

/** A document of the register: the bytes lie under their SHA-256 among the blobs; `source_text` is what the spans of passages point into. */
export type DocumentRow = VersionedRow & {
  kind: string;
  title: string;
  matter_id: string | null;
  body_id: string | null;
  dated_on: DateColumn | null;
  file_name: string;
  media_type: string;
  size: number;
  sha256: string;
  source_text: string | null;
  /** The day on which what it said was disposed of; the row itself remains. */
  disposed_on: DateColumn | null;
  disposal_id: string | null;
  /** How secret the document is by itself; what it inherits from its matter comes on top. */
  secrecy_level: Generated<string>;
};

/** Where a record was read: one passage of one document, with the rule that found it and how sure it was. */
export type SourcePassageRow = RecordRow & {
  noun: string;
  record_id: string;
  document_id: string;
  span_start: number;
  span_end: number;
  line: number;
  /** SHA-256 of the passage text: tells when a document was replaced by another text. */
  passage_hash: string;
  rule: string;
  confidence: string;
  fields: Json<readonly string[]>;
  created_at: Generated<Date>;
};

export type MattersTables = { matter: MatterRow; document: DocumentRow; source_passage: SourcePassageRow };
