import { createHash } from 'node:crypto';
import { AppError } from '../../kernel/errors.ts';
import type { SourceDocument } from '../tree/source.ts';
import { holdLimit } from './limits.ts';
import { imageSize, type Ocr, type OcrPage } from './ocr/recognise-page.ts';
import { layoutBlocks } from './pdf/layout-blocks.ts';
import { ocrContent } from './pdf/ocr-content.ts';
import { sourceOfPages } from './pdf/source-of-pages.ts';

/** Dots per inch that a picture of a page is taken to have: what offices scan with when nothing else is said. */
const usualDots = 200;
const pointsPerInch = 72;

/** Whether a picture has its end. The engine is brought down by one that was cut off, and does not come back to say so. */
function isWhole(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0x89) return buffer.lastIndexOf('IEND') > 0 && buffer.indexOf('IDAT') > 0;
  const scan = buffer.indexOf(Buffer.from([0xff, 0xda]));
  return scan > 0 && buffer.lastIndexOf(Buffer.from([0xff, 0xd9])) > scan;
}

/** Reads a picture of one page (PNG or JPEG), as a scanner or a telephone makes it. */
export async function readImage(bytes: Uint8Array, ocr: Pick<Ocr, 'recognise'>): Promise<SourceDocument> {
  const size = imageSize(bytes);
  if (!size || size.width === 0 || size.height === 0 || !isWhole(bytes)) throw new AppError('document.damaged');
  holdLimit('imagePixels', size.width * size.height);
  let read: OcrPage;
  try {
    read = await ocr.recognise(bytes);
  } catch (error) {
    // The engine knows one reason only: it could not make a picture of the bytes.
    throw new AppError('document.damaged', {}, error);
  }
  const points = (pixels: number) => (pixels * pointsPerInch) / usualDots;
  const page = { number: 1, width: points(size.width), height: points(size.height) };
  return {
    ...sourceOfPages(layoutBlocks([ocrContent(read, page as Parameters<typeof ocrContent>[1])])),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    problems: [],
    pages: 1,
    format: 'image',
    pageSizes: [page],
  };
}
