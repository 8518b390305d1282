import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  getDocument,
  InvalidPDFException,
  PasswordException,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '../../../kernel/errors.ts';
import { unpackAtOnce } from './inflate-at-once.ts';
import { sharedWorker } from './shared-port.ts';

/** An opened PDF; closing it frees the memory that its fonts and pages hold. */
export type OpenPdf = { readonly document: PDFDocumentProxy; readonly close: () => Promise<void> };

unpackAtOnce();

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Pixels of the largest image that is decoded when pages are drawn: an A3 page at 600 dots per inch. */
const largestImage = 70_000_000;

/**
 * Opens a PDF with the limits that pdf.js has. Nothing is fetched: character maps and the standard fonts lie in the package. When only the text
 * is wanted no image is decoded, which is both the fast and the safe way.
 */
export async function openPdf(bytes: Uint8Array, purpose: 'text' | 'picture'): Promise<OpenPdf> {
  const worker = purpose === 'text' ? await sharedWorker() : undefined;
  const task = getDocument({
    ...(worker && { worker }),
    // pdf.js takes the bytes over: the caller keeps its own.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    fontExtraProperties: purpose === 'text',
    maxImageSize: purpose === 'text' ? 1 : largestImage,
    enableXfa: false,
    useWasm: purpose === 'picture',
    wasmUrl: `${join(packageFolder, 'wasm')}/`,
    cMapUrl: `${join(packageFolder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(packageFolder, 'standard_fonts')}/`,
  });
  const close = async () => {
    await task.destroy();
    worker?.destroy();
  };
  try {
    return { document: await task.promise, close };
  } catch (error) {
    await close();
    if (error instanceof PasswordException) throw new AppError('document.encrypted');
    if (error instanceof InvalidPDFException) throw new AppError('document.damaged');
    throw error;
  }
}
