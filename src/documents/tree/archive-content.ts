import type { DocumentTree } from './tree.ts';

/**
 * What a package to an archive says before it has a format. The noun that gathers it knows no METS and the writers know no matters; both know this.
 * Moments are ISO 8601 with a time zone, days are civil dates, ids are those of the register.
 */

/** Somebody who has a part in a package: the authority, the archive that receives it. */
export type ArchiveParty = { readonly name: string; readonly code: string };

/** The days of CITS ERMS (its schema 2.1.3, `dateType`) that the register knows. */
export type ArchiveDateType = 'opened' | 'closed' | 'created' | 'decision_date' | 'finished' | 'dispatch' | 'archived';
export type ArchiveDate = { readonly type: ArchiveDateType; readonly on: string };

/** Something that happened to a record and that its proof rests on, for PREMIS. */
export const archiveEvents = {
  import: { sv: 'inläst', en: 'imported' },
  adjustment: { sv: 'justerat', en: 'adjusted' },
  signing: { sv: 'underskrivet', en: 'signed' },
  approval: { sv: 'godkänt', en: 'approved' },
  publication: { sv: 'anslaget', en: 'announced' },
  normalisation: { sv: 'normaliserat till PDF/A', en: 'normalised to PDF/A' },
  packaging: { sv: 'lagt i arkivpaket', en: 'put in an archive package' },
  disposal: { sv: 'gallrat', en: 'disposed of' },
} as const satisfies Readonly<Record<string, { readonly sv: string; readonly en: string }>>;
export type ArchiveEventKind = keyof typeof archiveEvents;

export type ArchiveEvent = {
  readonly kind: ArchiveEventKind;
  readonly at: string;
  readonly detail: string;
  /** Who did it, where that is a person or body in office. */
  readonly by: string | null;
};

/** That something in it is secret: by which provision, from which day, noted by whom (OSL 5:5). */
export type ArchiveRestriction = {
  readonly provision: string;
  readonly markedOn: string | null;
  readonly note: string;
};

/** A file as it was handed in; its bytes are asked for by their SHA-256. */
export type ArchiveOriginal = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
};

/** A document of a matter, the minutes of a meeting, a report: what CITS ERMS calls a record. */
export type ArchiveRecord = {
  readonly id: string;
  readonly objectId: string;
  /** What it is called in the register: "protokoll". */
  readonly kind: string;
  readonly title: string;
  /** The public title, where the title itself is protected (OSL 5:2). */
  readonly publicTitle: string | null;
  readonly dates: readonly ArchiveDate[];
  readonly agents: readonly {
    readonly type: 'creator' | 'main_signatory' | 'other_signatory';
    readonly name: string;
  }[];
  readonly restriction: ArchiveRestriction | null;
  /** Said of a record whose bytes were disposed of by a decision: the row remains. */
  readonly disposed: { readonly on: string; readonly mandate: string } | null;
  /** The document itself where the register made it; written as PDF/A and as data. */
  readonly tree: DocumentTree | null;
  readonly originals: readonly ArchiveOriginal[];
  readonly events: readonly ArchiveEvent[];
};

/** A matter with its documents, a meeting with its minutes: what CITS ERMS calls an aggregation. */
export type ArchiveAggregation = {
  readonly id: string;
  readonly objectId: string;
  /** `caseFile` for a matter; all else is named in the authority's own words. */
  readonly kind: 'caseFile' | { readonly own: string };
  readonly title: string;
  /** The public title, where the title itself is protected (OSL 5:2). */
  readonly publicTitle: string | null;
  readonly classification: string | null;
  readonly dates: readonly ArchiveDate[];
  readonly restriction: ArchiveRestriction | null;
  readonly records: readonly ArchiveRecord[];
};

/** Something that would have been in the package and is not, and why. */
export type ArchiveOmission = { readonly title: string; readonly reason: string };

/** All that a package is made of. The same content gives the same bytes. */
export type ArchiveContent = {
  readonly objectId: string;
  readonly title: string;
  readonly createdAt: string;
  readonly creator: ArchiveParty;
  readonly contact: string | null;
  readonly receiver: ArchiveParty | null;
  readonly agreement: string | null;
  readonly register: string;
  /** The name of the classification scheme that the codes are taken from. */
  readonly scheme: string;
  readonly software: ArchiveParty;
  readonly aggregations: readonly ArchiveAggregation[];
  readonly leftOut: readonly ArchiveOmission[];
};
