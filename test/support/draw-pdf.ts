import { degrees, PDFDocument, PDFName, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';

/** Draws on an A4 page in points from its upper left corner, as layouts are thought of; PDF itself counts from below. */
export type Pen = {
  readonly text: (
    words: string,
    x: number,
    y: number,
    look?: { readonly size?: number; readonly bold?: boolean },
  ) => void;
  readonly line: (x0: number, y0: number, x1: number, y1: number) => void;
  readonly page: PDFPage;
};

const height = 842;

/** A PDF without tags, drawn page by page: what programs write that know nothing of structure. */
export async function drawPdf(...pages: readonly ((pen: Pen) => void)[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const plain = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  for (const draw of pages) {
    const page = document.addPage([595, height]);
    draw({
      page,
      text: (words, x, y, { size = 10, bold: isBold = false } = {}) =>
        page.drawText(words, { x, y: height - y, size, font: isBold ? bold : plain }),
      line: (x0, y0, x1, y1) =>
        page.drawLine({ start: { x: x0, y: height - y0 }, end: { x: x1, y: height - y1 }, thickness: 0.5 }),
    });
  }
  return document.save();
}

/** A page shown turned by a quarter, with its words drawn so that they stand upright on the screen. */
export function turnPage({ page }: Pen, words: readonly string[]): void {
  page.setRotation(degrees(90));
  for (const [index, line] of words.entries())
    page.drawText(line, { x: 60 + index * 13, y: 60, size: 10, rotate: degrees(90) });
}

/** The same file without its tags, as a program would have written it that knows none. */
export async function withoutTags(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  document.catalog.delete(PDFName.of('StructTreeRoot'));
  document.catalog.delete(PDFName.of('MarkInfo'));
  return document.save();
}

/** Page images as a PDF: what a copier writes. */
export async function pdfOfImages(images: readonly Uint8Array[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const image of images) {
    const embedded = await document.embedPng(image);
    document.addPage([595, height]).drawImage(embedded, { x: 0, y: 0, width: 595, height });
  }
  return document.save();
}
