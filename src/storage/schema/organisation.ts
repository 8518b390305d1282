import type { DateColumn, Json, RecordRow, VersionedRow } from './columns.ts';

export type BodyRow = VersionedRow & {
  kind: string;
  name: string;
  short_name: string | null;
  parent_id: string | null;
  valid_from: DateColumn | null;
  valid_to: DateColumn | null;
};

/** Another name that documents use for the same body ("Beredning för närsjukvård" for "Beredning för nära vård"). */
export type BodyAliasRow = RecordRow & { body_id: string; name: string; reason: string };

/** A value of the body's reglemente (R-ORG-2): members, deputies, notice days … with validity, never a constant in code. */
export type BodyRegulationRow = RecordRow & {
  body_id: string;
  key: string;
  value: string;
  valid_from: DateColumn;
  valid_to: DateColumn | null;
  source: string | null;
};

/** From whom the deputies of a party's seats are called when its own are not enough: parties in order (KL 6:16–17, R-KL-20). */
export type SubstitutionOrderRow = RecordRow & {
  body_id: string;
  party: string;
  falls_back_on: Json<readonly string[]>;
  valid_from: DateColumn;
  valid_to: DateColumn | null;
  source: string | null;
};

/** An authority that takes part in a joint nämnd (KL 9:19–21) or stands behind a group of officials (R-ORG-3). */
export type BodyParticipantRow = VersionedRow & {
  body_id: string;
  participant_body_id: string;
  /** Whether the joint nämnd is set up in this authority (KL 9:20). */
  host: boolean;
  valid_from: DateColumn | null;
  valid_to: DateColumn | null;
};

/** `email` is where letters reach the person; it is for the secretary alone and printed nowhere (R-GDPR-1). */
export type PersonRow = VersionedRow & { name: string; email: string | null };

/** A seat is separate from the person in it: "Vakant (S)" is a seat without one, and still counts for quorum (R-KL-23). */
export type SeatRow = VersionedRow & {
  body_id: string;
  kind: string;
  seat_order: number;
  party: string | null;
  role: string | null;
  person_id: string | null;
  valid_from: DateColumn | null;
  valid_to: DateColumn | null;
};

export type OrganisationTables = {
  body: BodyRow;
  body_alias: BodyAliasRow;
  body_regulation: BodyRegulationRow;
  substitution_order: SubstitutionOrderRow;
  body_participant: BodyParticipantRow;
  person: PersonRow;
  seat: SeatRow;
};
