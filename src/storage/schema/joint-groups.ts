import type { DateColumn, TenantRow, VersionedRow } from './columns.ts';

/** That a principal or a district is to be spoken for in a group, by how many, with how many to step in (COL-04). */
export type RepresentationPlaceRow = TenantRow & {
  group_body_id: string;
  for_body_id: string;
  representatives: number;
  substitutes: number;
};

/** Who speaks for whom in a group between two days, and where that was said. */
export type RepresentationRow = VersionedRow & {
  group_body_id: string;
  for_body_id: string;
  person_id: string;
  capacity: string;
  title: string | null;
  valid_from: DateColumn;
  valid_to: DateColumn | null;
  agenda_item_id: string | null;
  appointed_by: string | null;
};

/** A sub-group that reports at each meeting of the group above it, and in which standing item (J-14). */
export type ReportingGroupRow = TenantRow & {
  group_body_id: string;
  reporting_body_id: string;
  position: number;
  item_title: string;
  since: DateColumn;
};

/** Whether a body stands behind a record before it is decided (DEC-12); without a stance it was asked and has not answered. */
export type EndorsementRow = VersionedRow & {
  subject_noun: string;
  subject_id: string;
  by_body_id: string;
  stance: string | null;
  endorsed_on: DateColumn | null;
  remarks: string | null;
  asked_on: DateColumn | null;
  due_on: DateColumn | null;
  told_in: string | null;
  agenda_item_id: string | null;
  release_id: string | null;
};

export type JointGroupsTables = {
  representation_place: RepresentationPlaceRow;
  representation: RepresentationRow;
  reporting_group: ReportingGroupRow;
  endorsement: EndorsementRow;
};
