import { createHash } from 'node:crypto';
import type { DocumentTree } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import type { PublishedData } from './published-data.ts';
import type { PublishedNoun, PublishedRelation } from './published-nouns.ts';

/** Where a published record leads. What it leads to may be unpublished; the portal then shows no link. */
export type PublishedLink = {
  readonly relation: PublishedRelation;
  readonly noun: PublishedNoun;
  readonly recordId: string;
};

/** A file that is published with a record. */
export type PublishedFile = {
  readonly fileName: string;
  readonly title: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly accessible: boolean;
};

/** What of a record becomes public, exactly: made by its noun, tried by the gate, and copied to the open side as it is. */
export type PublishedRecord<N extends PublishedNoun = PublishedNoun> = {
  readonly noun: N;
  readonly recordId: string;
  readonly title: string;
  /** One or two sentences for lists, feeds and share cards. */
  readonly summary: string | null;
  readonly bodyId: string | null;
  readonly bodyName: string | null;
  readonly happenedOn: CivilDate | null;
  readonly year: number | null;
  readonly state: string | null;
  readonly registrationNumbers: readonly string[];
  readonly tree: DocumentTree;
  readonly data: PublishedData[N];
  readonly links: readonly PublishedLink[];
  readonly files: readonly PublishedFile[];
};

/** The hash of what becomes public: tells whether a record is published in the form that was tried. */
export function publishedHash(record: PublishedRecord): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(record))))
    .digest('hex');
}
