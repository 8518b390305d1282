import type { ContentsEntry, FurnitureReason, ListMarker, PageBox, SourceBlock } from '../tree/source.ts';

/** Words of one look, as a reader of an office format finds them, and where on a page they stand. A line break inside a cell is `\n`. */
export type Run = {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly struck?: boolean;
  readonly place?: { readonly page: number; readonly box: PageBox };
};

/** One line as a reader hands it over: its runs, or its cells when it is a row of a table. */
export type LineDraft = {
  readonly cells: readonly (readonly Run[])[];
  readonly isRow: boolean;
  readonly marker?: { readonly printed: string; readonly marker: ListMarker };
  readonly indent: number;
  readonly furniture?: FurnitureReason;
  readonly entry?: Omit<ContentsEntry, 'span'>;
};

export type BlockDraft = {
  readonly kind: SourceBlock['kind'];
  readonly level: number;
  readonly lines: readonly LineDraft[];
  readonly startsPage?: boolean;
};

/** An item of a list: `printed` is its marker as it stands in the text ("•", "3."). */
export type ListItemDraft = {
  readonly runs: readonly Run[];
  readonly printed: string;
  readonly marker: ListMarker;
  readonly indent?: number;
  /** Further printed lines of the item. */
  readonly more?: readonly (readonly Run[])[];
};
