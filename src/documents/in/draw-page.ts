import { createCanvas, loadImage } from '@napi-rs/canvas';
import { AppError } from '../../kernel/errors.ts';
import { detectFormat } from './detect-format.ts';
import { holdLimit } from './limits.ts';
import { imageSize } from './ocr/recognise-page.ts';
import { renderPage } from './pdf/render-page.ts';
import type { DocumentFile } from './read-document.ts';

/** Which page is wanted as a picture, and how wide in pixels. */
export type PageRequest = { readonly page: number; readonly width: number };

/** Draws one page of a document as a PNG, for a passage to be shown where it stands. Formats without pages have none. */
export async function drawPage({ bytes }: DocumentFile, { page, width }: PageRequest): Promise<Uint8Array> {
  const format = detectFormat(bytes);
  if (format === 'pdf') return await renderPage(bytes, page, { width });
  if ((format === 'png' || format === 'jpeg') && page === 1) return await redraw(bytes, width);
  throw new AppError('record.notFound');
}

/** A picture drawn anew: what is shown in our name is what we wrote, and nothing that its bytes may hide. */
async function redraw(bytes: Uint8Array, width: number): Promise<Uint8Array> {
  const size = imageSize(bytes);
  if (!size || size.width === 0 || size.height === 0) throw new AppError('document.damaged');
  holdLimit('imagePixels', size.width * size.height);
  const image = await loadImage(Buffer.from(bytes));
  const scale = Math.min(1, width / image.width);
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return await canvas.encode('png');
}
