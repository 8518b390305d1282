import type { Passage } from './passage.ts';
import type { ReadProblem } from './recognise.ts';
import type { Span } from './tree.ts';

/**
 * The source tree: a document as it was read, with the position of every piece in the decoded text. It is the counterpart of the document
 * tree (what a document says when we write it). Readers in `documents/in` make it from bytes, recognisers (`domain/<noun>/*-import.ts`) read
 * it. No character of the text is lost or moved: what is not in a block is furniture or blank.
 */
export type SourceDocument = {
  /** The decoded text that all spans point into. */
  readonly text: string;
  /** SHA-256 of the bytes that were read, in hexadecimal. */
  readonly sha256: string;
  readonly blocks: readonly SourceBlock[];
  /** Entries of tables of contents, which are furniture but tell the headings of the document. */
  readonly contents: readonly ContentsEntry[];
  readonly furniture: readonly Furniture[];
  /** What the reader itself noticed: wrong encoding, unpaired marks. */
  readonly problems: readonly ReadProblem[];
  /** The words of the blocks that are not as the source has them; `text` always keeps the original. */
  readonly repairs?: readonly Repair[];
  readonly pages?: number;
  /** What the bytes were; text when not said. */
  readonly format?: SourceFormat;
  /** The pages with their sizes, of formats that have pages. */
  readonly pageSizes?: readonly SourcePage[];
  /** Where runs of the text stand on the pages, in the order of the text, so that a passage can be shown on the picture of its page. */
  readonly places?: readonly PagePlace[];
};

export const sourceFormats = ['text', 'docx', 'odt', 'taggedPdf', 'pdf', 'scan', 'image'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** A page of the source: its number from 1, its size in points (1/72 inch), and whether its text was read from the picture of it. */
export type SourcePage = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly scanned?: true;
};

/** A run of the text and the box around it on its page, in points from the upper left corner. */
export type PagePlace = { readonly start: number; readonly end: number; readonly page: number; readonly box: PageBox };
export type PageBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A damaged word that was read as another: what the source has between two offsets, what the blocks say instead, and how sure that is (0–1). */
export type Repair = {
  readonly start: number;
  readonly end: number;
  readonly original: string;
  readonly repaired: string;
  readonly confidence: number;
};

/** A run of lines that belong together. Headings are those the source marks with `#`; other headings are for recognisers to judge. */
export type SourceBlock = {
  readonly kind: 'heading' | 'paragraph' | 'list' | 'table';
  /** 1–6 for headings, otherwise 0. */
  readonly level: number;
  readonly lines: readonly SourceLine[];
  readonly span: Span;
  /** Blank lines between this block and the one before: three or more often stand for a page or a picture. */
  readonly blankBefore: number;
};

/** One line of a block: its words without marks and list marker, and where they stand. */
export type SourceLine = {
  readonly words: Passage;
  /** The whole line in the source, with marks, without the line break. */
  readonly span: Span;
  readonly indent: number;
  readonly marker?: ListMarker;
  /** The cells of a table row; absent in other lines. */
  readonly cells?: readonly Passage[];
};

export type ListMarker = { readonly kind: 'bullet' } | { readonly kind: 'number'; readonly number: number };

/** Text that is there for the page and not for the reader, with the reason why it was taken for that. */
export type Furniture = { readonly start: number; readonly end: number; readonly reason: FurnitureReason };
export const furnitureReasons = [
  'blank',
  'divider',
  'pageNumber',
  'contents',
  'dividerPage',
  'runningHead',
  'addressBlock',
  'repeatedHeader',
  'title',
  'head',
  'signature',
  'mark',
] as const;
export type FurnitureReason = (typeof furnitureReasons)[number];

export type ContentsEntry = {
  readonly number?: string;
  readonly title: string;
  /** Absent when the contents were never printed: Word leaves the page to be filled in. */
  readonly page?: number;
  readonly span: Span;
};

/** The kinds of document that recognisers know; a bundle has parts of several kinds. What each is called stands in `domain/matters/document-kinds.ts`. */
export const documentKindCodes = [
  'reportBack',
  'notice',
  'memo',
  'minutes',
  'meetingNotes',
  'goalDocument',
  'activityPlan',
  'budgetInput',
  'nationalReturn',
  'interimReport',
  'budgetProposal',
  'annualReport',
  'auditReport',
  'other',
] as const;
export type DocumentKind = (typeof documentKindCodes)[number];
