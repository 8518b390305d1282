import type { DateColumn, Json, JsonOrNull, RecordRow, VersionedRow } from './columns.ts';

/** A package for an archive: what it is to hold, the check of it, and to whom it was delivered. Its bytes lie among the blobs. */
export type ArchivePackageRow = VersionedRow & {
  object_id: string;
  /** Counts the packages of the authority; the object id is made of it. */
  number: number;
  title: string;
  state: string;
  scheme: string;
  contact: string | null;
  receiver_name: string | null;
  receiver_code: string | null;
  agreement: string | null;
  includes_secret: boolean;
  drawn_up_at: Date;
  drawn_up_by: string;
  package_sha256: string | null;
  size: number | null;
  /** What the rules found: how many, and the faults with their places. */
  report: JsonOrNull<unknown>;
  remarks: Json<readonly string[]>;
  delivered_on: DateColumn | null;
  receipt: string | null;
};

/** A record that a package is about; `left_out` says why it did not come along. */
export type ArchivePackageItemRow = RecordRow & {
  archive_package_id: string;
  position: number;
  noun: string;
  record_id: string;
  title: string;
  left_out: string | null;
};

/** A row of the plan of how long documents are kept (informationshanteringsplan): holds from a day until the next row of the same series. */
export type RetentionRuleRow = VersionedRow & {
  series: string;
  fate: string;
  years: number | null;
  /** The decision or provision that says so. */
  basis: string;
  note: string | null;
  valid_from: DateColumn;
  set_by: string;
};

/** A disposal (gallring): the decision that allows it, who proposed, who approved, who carried it out. */
export type DisposalRow = VersionedRow & {
  number: number;
  state: string;
  decision_number: string;
  decision_on: DateColumn;
  decision_body: string;
  proposed_by_id: string | null;
  proposed_by: string;
  proposed_on: DateColumn;
  approved_by: string | null;
  approved_on: DateColumn | null;
  returned_note: string | null;
  carried_out_by: string | null;
  carried_out_on: DateColumn | null;
};

/** A document of a disposal, with what the register knew of it, and what became of its bytes. */
export type DisposalItemRow = RecordRow & {
  disposal_id: string;
  document_id: string;
  position: number;
  title: string;
  kind: string;
  dated_on: DateColumn | null;
  due_on: DateColumn | null;
  basis: string;
  sha256: string;
  size: number;
  bytes_outcome: string | null;
};

export type ArchivingTables = {
  archive_package: ArchivePackageRow;
  archive_package_item: ArchivePackageItemRow;
  retention_rule: RetentionRuleRow;
  disposal: DisposalRow;
  disposal_item: DisposalItemRow;
};
