import type { OcrLine, OcrPage } from '../ocr/recognise-page.ts';
import type { PageContent, Rule, TextRun } from './page-content.ts';
import { markStruck } from './struck-runs.ts';

/** The part of a line's box that a size of letters makes: the box is that of the ink, from the tallest letter to the lowest. */
const inkOfSize = 1.02;
/** A line so many times as high as the usual one is set in a larger size. */
const taller = 1.1;
/** Where the baseline runs in the box of a line that has letters below it. */
const baseline = 0.79;

/** How OCR reads a bullet before an item: as a sign that stands alone in no Swedish line, or as an "e". */
const misreadBullet = /^[«»¢©®*°e+]$/u;

/** What OCR read from the picture of a page, as if it had been printed: sizes are those of whole lines, because single boxes vary with the letters. */
export function ocrContent(
  read: OcrPage,
  page: Pick<PageContent, 'number' | 'width' | 'height'>,
  lines: readonly Rule[] = [],
): PageContent {
  const scaleX = page.width / read.width;
  const scaleY = page.height / read.height;
  const usual = median(read.lines.map((line) => line.box.height)) || 1;
  const runs = read.lines
    .filter((line) => !isSpeck(line))
    .flatMap((line) => {
      // Ink without a "p" or an "l" is lower than other lines of its size; only what is higher is surely larger.
      const height = line.box.height < usual * taller ? usual : line.box.height;
      const size = (height * scaleY) / inkOfSize;
      const y = (line.box.y + line.box.height * baseline) * scaleY;
      return line.words.map(({ text, box }, index): TextRun => {
        const x = box.x * scaleX;
        const width = box.width * scaleX;
        return {
          text: index === 0 ? withBullet(text, line.words.length > 1) : text,
          x,
          y,
          width,
          size,
          bold: false,
          italic: false,
          struck: false,
          spaceBefore: true,
          spaceAfter: true,
          turns: 0,
          page: page.number,
          box: { x, y: box.y * scaleY, width, height: box.height * scaleY },
        };
      });
    });
  const rules = lines.map(({ x0, y0, x1, y1 }) => ({
    x0: x0 * scaleX,
    y0: y0 * scaleY,
    x1: x1 * scaleX,
    y1: y1 * scaleY,
  }));
  const { number, width, height } = page;
  const shown = runs.map((run) => ({ run, edges: evenEdges(run) }));
  const marked = markStruck(shown, rules).map((run) => ({ ...run, page: number }));
  return { number, width, height, runs: marked, rules, measured: true };
}

/** A single uncertain letter on a line of its own is a speck or a piece of a drawing. */
function isSpeck({ words, confidence }: OcrLine): boolean {
  return words.length === 1 && /^\p{L}$/u.test(words[0]!.text) && confidence < 0.8;
}

/** The first word of a line with its bullet put right. */
function withBullet(text: string, hasMore: boolean): string {
  if (hasMore && misreadBullet.test(text)) return '•';
  return text.replace(/^[«»¢©](?=\p{Lu})/u, '• ');
}

/** Where the letters of a word begin, as if all were equally wide. */
function evenEdges({ text, x, width }: TextRun): readonly number[] {
  return Array.from({ length: text.length + 1 }, (_, at) => x + (width * at) / text.length);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
