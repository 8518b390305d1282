import type { PageBox } from '../../tree/source.ts';

/**
 * What stands on one page, before anyone says what it means: runs of text and straight drawn lines, in points from the upper left corner of
 * the page as it is shown. A text layer gives it (`page-content-reader.ts`), and so does a page image that was read (`ocr-content.ts`).
 */
export type PageContent = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
  readonly rules: readonly Rule[];
  /** Sizes were measured in an image, so that small differences mean nothing. */
  readonly measured?: boolean;
};

/** Words that were printed in one go, in one look. White space at their ends is told by the flags and is not in the text. */
export type TextRun = {
  readonly text: string;
  /** Left end of the baseline in the direction of reading: rotated text is turned upright first. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly struck: boolean;
  readonly spaceBefore: boolean;
  readonly spaceAfter: boolean;
  /** Quarter turns clockwise of text that does not run from left to right. */
  readonly turns: number;
  readonly page: number;
  readonly box: PageBox;
  /** The number of the marked content that the tag tree refers to, or that it is an artifact of the page. */
  readonly tag?: number | 'artifact';
  /** Text that is not painted: the words below the picture of a page that someone else has read by OCR. */
  readonly hidden?: boolean;
};

/** A straight line or a thin filled box: the border of a table, an underline, a strike through words. */
export type Rule = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };

export const isHorizontal = (rule: Rule) => rule.x1 - rule.x0 > rule.y1 - rule.y0;

/** How many letters and digits runs hold. */
export function lettersIn(runs: readonly TextRun[]): number {
  return runs.reduce((sum, run) => sum + run.text.length, 0);
}
