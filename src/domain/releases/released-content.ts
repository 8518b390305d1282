import { createHash } from 'node:crypto';
import type { DocumentTree } from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import { holdsPersonalNumber } from '../../kernel/personal-number.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { AddressedNoun } from '../../kernel/record-address.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';

/** A file that goes with a release. Its bytes lie in the one store of files; whoever has no record that names the hash cannot ask for it. */
export type ReleasedFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

/** What is kept and sent: the snapshot, exactly as it was shown before it left. */
export type Snapshot = {
  readonly noun: AddressedNoun;
  readonly recordId: string;
  readonly title: string;
  /** The record as a document: what is read on the page and printed. */
  readonly tree: DocumentTree;
  /** The record for a program, in the form that its noun has chosen; empty where the document says it all. */
  readonly data?: unknown;
  readonly files?: readonly ReleasedFile[];
};

/** A snapshot as its noun makes it (`releasable`), with whose record it is and how secret. */
export type ReleasedContent = Snapshot & {
  /** The body whose record it is; null where the record is the authority's as a whole. */
  readonly bodyId: Id<'body'> | null;
  /** The provision by which it is or may be secret; null for what lies in the open. */
  readonly secrecy: { readonly provision: string | null } | null;
};

/** The snapshot alone, as it is kept: through JSON once, so that it reads the same after it went through the database. */
export function snapshotOf({ noun, recordId, title, tree, data, files }: Snapshot): Snapshot {
  return JSON.parse(JSON.stringify({ noun, recordId, title, tree, data, files })) as Snapshot;
}

/** The hash of a snapshot: what was shown before it left and what arrived can be compared by it. */
export function snapshotHash(snapshot: Snapshot): string {
  return createHash('sha256')
    .update(canonicalJson(snapshotOf(snapshot)))
    .digest('hex');
}

/** A snapshot in which a person is pointed out by number is not let out (R-GDPR-3): the number is taken away in the record first. */
export function snapshotProblems(snapshot: Snapshot): readonly Problem[] {
  return textsIn(snapshotOf(snapshot)).some(holdsPersonalNumber)
    ? [{ path: 'content', key: 'release.personalNumber' }]
    : [];
}

/** Keys that hold no words: hashes and ids are digits and letters in which a number can stand by chance. */
const wordless = new Set(['recordId', 'sha256', 'href', 'anchor', 'id', 'key']);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => (wordless.has(key) ? [] : textsIn(member)));
}
