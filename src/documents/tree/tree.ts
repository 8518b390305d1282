import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Language } from '../../kernel/language.ts';
import type { ChartData } from './chart-data.ts';

/**
 * The document tree: what a document says, without any format. Readers (`documents/in`) make trees from bytes, nouns make trees from records
 * (`-document.ts`), writers (`documents/out`) make HTML, PDF and DOCX from trees. Same tree, same bytes.
 */
export type DocumentTree = {
  readonly title: string;
  readonly subtitle?: string;
  /** The organisation that stands behind the document: author in the metadata, top line of the cover. */
  readonly author: string;
  readonly language: Language;
  /** The day the document is dated; also its creation date in the metadata, so that the same record gives the same bytes. */
  readonly date?: CivilDate;
  /** Facts for the cover (organ, diary number, who receives it), printed as label and value. */
  readonly facts?: readonly Fact[];
  /** Whether a table of contents is printed after the cover. */
  readonly contents?: boolean;
  readonly blocks: readonly Block[];
  /** Evidence notes that `noteRef` points at by number, printed last under the heading `notesTitle`. */
  readonly notes?: readonly Note[];
  readonly notesTitle?: string;
};

export type Fact = { readonly label: string; readonly value: string };

/** A numbered note: what proves a claim, with a stable link. Numbers start at 1 and run without gaps. */
export type Note = { readonly number: number; readonly content: readonly Inline[] };

export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | DecisionBlock
  | Quotation
  | Facts
  | Callout
  | Chart
  | Diagram
  | { readonly kind: 'divider'; readonly source?: Span }
  | { readonly kind: 'pageBreak'; readonly source?: Span };

/** Levels may not be skipped (1 → 3): the writers refuse such a tree, because PDF/UA does. */
export type Heading = {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly content: readonly Inline[];
  readonly anchor?: string;
  readonly source?: Span;
};
export type Paragraph = { readonly kind: 'paragraph'; readonly content: readonly Inline[]; readonly source?: Span };
export type List = {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly start?: number;
  readonly items: readonly ListItem[];
  readonly source?: Span;
};
export type ListItem = { readonly content: readonly Inline[]; readonly source?: Span };
/** The first row group is the header; `rowHeader` says that the first column names its row. */
export type Table = {
  readonly kind: 'table';
  readonly caption?: string;
  readonly header: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
  readonly rowHeader?: boolean;
  readonly source?: Span;
};
/** "Nämnden beslutar / att … / att …": the body that decides and its clauses, each beginning with "att". */
export type DecisionBlock = {
  readonly kind: 'decision';
  readonly intro: readonly Inline[];
  readonly clauses: readonly (readonly Inline[])[];
  readonly source?: Span;
};
/** Text that is quoted from elsewhere, with the label the source gives it ("Ur delårsrapport:"). */
export type Quotation = {
  readonly kind: 'quotation';
  readonly label: string;
  readonly content: readonly Inline[];
  readonly cite?: string;
  readonly source?: Span;
};
export type Facts = { readonly kind: 'facts'; readonly facts: readonly Fact[]; readonly source?: Span };
/** A remark that must be seen: something is missing, or differs. */
export type Callout = {
  readonly kind: 'callout';
  readonly tone: 'info' | 'warning';
  readonly content: readonly Inline[];
  readonly source?: Span;
};

/**
 * Amounts as bars of one scale that begins at nothing. It says nothing that is not said in words: `alt` tells what it shows, labels and amounts are
 * text, and a table of the same figures follows it.
 */
export type Chart = {
  readonly kind: 'chart';
  readonly title: string;
  /** What the chart shows, in a sentence, for who cannot see it. Without it the tree is refused. */
  readonly alt: string;
  readonly bars: readonly ChartBar[];
  readonly source?: Span;
};
/** A chart of any kind, drawn by the writers; the table of the same figures follows it as a block of its own. `diagramBlocks` makes both. */
export type Diagram = { readonly kind: 'diagram'; readonly data: ChartData; readonly source?: Span };
export type ChartBar = {
  readonly label: string;
  readonly value: number;
  /** The amount as it is written, with its unit. */
  readonly text: string;
  /** Drawn full, lighter or as an outline: what was reached, what is expected, what is compared with. */
  readonly look?: 'full' | 'light' | 'outline';
};

export type Inline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bold?: boolean;
      readonly italic?: boolean;
      /** Struck through: in minutes of seed 003 it means absent, so it is meaning and not decoration. */
      readonly struck?: boolean;
    }
  | { readonly kind: 'link'; readonly href: string; readonly text: string }
  | { readonly kind: 'noteRef'; readonly number: number }
  | { readonly kind: 'lineBreak' };

/**
 * Where in the source something was read: UTF-16 offsets into the decoded text (`start` inclusive, `end` exclusive) and the line number,
 * counted from 1, on which it starts.
 */
export type Span = { readonly start: number; readonly end: number; readonly line: number };
