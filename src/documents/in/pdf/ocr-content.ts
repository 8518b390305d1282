import type { OcrPage } from '../ocr/recognise-page.ts';
import { printedOcrLines } from './ocr-words.ts';
import type { PageContent, Rule, TextRun } from './page-content.ts';
import { markStruck } from './struck-runs.ts';

/** What OCR read from the picture of a page, as if it had been printed: sizes are those of whole lines. */
export function ocrContent(
  read: OcrPage,
  page: Pick<PageContent, 'number' | 'width' | 'height'>,
  lines: readonly Rule[] = [],
): PageContent {
  const scaleX = page.width / read.width;
  const scaleY = page.height / read.height;
  const runs = printedOcrLines(read.lines).flatMap((line) =>
    line.words.map(({ text, box }): TextRun => {
      const x = box.x * scaleX;
      const width = box.width * scaleX;
      return {
        text,
        x,
        y: line.baseline * scaleY,
        width,
        size: line.size * scaleY,
        bold: false,
        italic: false,
        struck: false,
        spaceBefore: true,
        spaceAfter: true,
        turns: 0,
        page: page.number,
        box: { x, y: box.y * scaleY, width, height: box.height * scaleY },
      };
    }),
  );
  const rules = lines.map(({ x0, y0, x1, y1 }) => ({
    x0: x0 * scaleX,
    y0: y0 * scaleY,
    x1: x1 * scaleX,
    y1: y1 * scaleY,
  }));
  const { number, width, height } = page;
  const shown = runs.map((run) => ({ run, edges: () => evenEdges(run) }));
  return { number, width, height, runs: markStruck(shown, rules), rules, measured: true };
}

/** Where the letters of a word begin, as if all were equally wide. */
function evenEdges({ text, x, width }: TextRun): readonly number[] {
  return Array.from({ length: text.length + 1 }, (_, at) => x + (width * at) / text.length);
}
