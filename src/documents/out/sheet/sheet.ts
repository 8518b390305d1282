import type { Language } from '../../../kernel/language.ts';

/** What a cell of a column holds: words, a number that can be reckoned with, a civil date, or words that lead somewhere. */
export type SheetColumn = {
  readonly head: string;
  readonly kind: 'text' | 'number' | 'date' | 'link';
  /** In characters; as wide as its words unless told. */
  readonly width?: number;
};

/** Words that lead to a page, with its whole address: a file is opened far from the site. */
export type SheetLink = { readonly text: string; readonly href: string };
export type SheetCell = string | number | SheetLink | null;

/** A table that leaves the house as figures: typed columns, and rows with a cell for each of them. */
export type Sheet = {
  readonly title: string;
  readonly language: Language;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
};

/** The words of a cell, without where they lead. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.text : String(cell);
}
