import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '../../../kernel/errors.ts';
import { readingLimits } from '../limits.ts';
import { type Matrix, multiply } from './matrix.ts';
import { openPdf } from './open-pdf.ts';

/** Draws one page of a PDF as a PNG of the given width in pixels, for the review page to mark a passage on. */
export async function renderPage(
  bytes: Uint8Array,
  pageNumber: number,
  { width }: { readonly width: number },
): Promise<Uint8Array> {
  const { document, close } = await openPdf(bytes, 'picture');
  try {
    if (!Number.isInteger(pageNumber) || pageNumber < 1 || pageNumber > document.numPages)
      throw new AppError('record.notFound');
    return await drawPage(await document.getPage(pageNumber), width);
  } finally {
    await close();
  }
}

/** An open page as a PNG. */
export async function drawPage(page: PDFPageProxy, width: number): Promise<Uint8Array> {
  return (await canvasOf(page, width)).encode('png');
}

/** Draws an open page. A page that is far longer than it is wide is drawn smaller, so that no file decides how much memory is used. */
export async function canvasOf(page: PDFPageProxy, width: number): Promise<Canvas> {
  const natural = page.getViewport({ scale: 1 });
  const wanted = width / natural.width;
  const largest = Math.sqrt(readingLimits.imagePixels / 4 / (natural.width * natural.height));
  const viewport = page.getViewport({ scale: Math.min(wanted, largest) });
  const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  // pdf.js names the canvas of the browser; the one here has the same methods.
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  page.cleanup();
  return canvas;
}

const imageOperators: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
]);

/** The part of a page that images cover, counted one by one. */
export async function imageCover(page: PDFPageProxy): Promise<number> {
  const { width, height } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const stack: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let area = 0;
  fnArray.forEach((operator, index) => {
    const args = argsArray[index];
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = multiply(matrix, args);
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(matrix);
      if (args[0]) matrix = multiply(matrix, args[0]);
    } else if (imageOperators.has(operator)) area += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
  });
  return area / (width * height);
}
