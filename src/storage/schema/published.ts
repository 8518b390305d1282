import type { ColumnType } from 'kysely';
import type { DateColumn, Json, TenantRow } from './columns.ts';

/** A column that the database makes from others. */
type Made<T> = ColumnType<T, never, never>;

/** An authority that has opened its portal. */
export type PublishedAuthorityRow = TenantRow & {
  slug: string;
  name: string;
  organisation_number: string | null;
  opened_at: Date;
};

/** The copy of a record that everybody may read. */
export type PublishedRecordRow = TenantRow & {
  noun: string;
  record_id: string;
  title: string;
  summary: string | null;
  body_id: string | null;
  body_name: string | null;
  /** The day that the record is about: of the meeting, the decision, the report. Lists are sorted by it. */
  happened_on: DateColumn | null;
  year: number | null;
  /** The code of the record's state, as its noun tells it: the status of an assignment, "in force" of an agreement. */
  state: string | null;
  registration_numbers: readonly string[];
  /** The code by which readers choose: how an assignment stands as it was last assessed, otherwise the state. */
  told: Made<string | null>;
  /** The record as a document tree, as the page shows it. */
  tree: Json<unknown>;
  /** The record for programs, in the shape of its noun (`PublishedData`). */
  data: Json<unknown>;
  content_hash: string;
  /** Counts how many times the record was published in a new form. */
  edition: number;
  first_published_at: Date;
  published_at: Date;
};

/** What leads from one published record to another; the other need not be published. */
export type PublishedLinkRow = TenantRow & {
  noun: string;
  record_id: string;
  position: number;
  relation: string;
  to_noun: string;
  to_record_id: string;
};

/** A file that is published with a record; its bytes lie in the one store of files under their hash. */
export type PublishedFileRow = TenantRow & {
  noun: string;
  record_id: string;
  position: number;
  file_name: string;
  title: string;
  media_type: string;
  size: number;
  sha256: string;
  /** Whether the file itself is known to be accessible (PDF/UA); of one that is not, a copy can be ordered. */
  accessible: boolean;
};

/** A passage of a published record, by which it is found. */
export type PublishedPassageRow = TenantRow & {
  noun: string;
  record_id: string;
  position: number;
  anchor: string | null;
  heading: string | null;
  words: string;
  /** What the record is narrowed by in a search, repeated so that one index answers. */
  body_id: string | null;
  year: number | null;
  told: string | null;
  /** The order in which passages were published: of what is found too often, the newest are weighed. */
  filed: Made<string>;
  /** The number of the section whose heading it stands under: 14 of "§ 14". */
  section: Made<string | null>;
  tsv: Made<string>;
};

/** A word of published titles and headings, with how many records say it: what a misspelt word may have meant. */
export type PublishedWordRow = TenantRow & { word: string; plain: string; records: number };

/** What happened to what is published, in order, and nothing of what it said. */
export type PublishedChangeRow = TenantRow & {
  seq: string;
  at: Date;
  kind: string;
  noun: string;
  record_id: string;
};

export type PublishedTables = {
  'pub.authority': PublishedAuthorityRow;
  'pub.record': PublishedRecordRow;
  'pub.link': PublishedLinkRow;
  'pub.file': PublishedFileRow;
  'pub.passage': PublishedPassageRow;
  'pub.word': PublishedWordRow;
  'pub.change': PublishedChangeRow;
};
