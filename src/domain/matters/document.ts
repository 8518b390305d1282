import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { DocumentKind } from './document-kinds.ts';

/** A document of the register. Its bytes lie among the blobs under their SHA-256. */
export type RegisteredDocument = {
  readonly id: Id<'document'>;
  readonly version: number;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly matterId: Id<'matter'> | null;
  readonly bodyId: Id<'body'> | null;
  readonly datedOn: CivilDate | null;
  readonly fileName: string;
  /** Whether the file may be handed out: no mark keeps apart what stands in it. */
  readonly fileOpen: boolean;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  /** The day on which what it said was disposed of by a decision; null while it is there. */
  readonly disposedOn: CivilDate | null;
};

/** A document with the text that the spans of passages point into; null when no text could be read. */
export type DocumentWithText = RegisteredDocument & { readonly sourceText: string | null };
