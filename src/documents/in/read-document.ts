import { AppError } from '../../kernel/errors.ts';
import type { ReadProblem } from '../tree/recognise.ts';
import type { SourceDocument } from '../tree/source.ts';
import { detectFormat, type FileFormat, fileFormats, formatByName } from './detect-format.ts';
import { guardPdf } from './guard-pdf.ts';
import { holdLimit } from './limits.ts';
import type { Ocr } from './ocr/recognise-page.ts';
import type { PdfReadingOptions } from './pdf/read-pdf.ts';
import { readText } from './read-text.ts';
import { openLexicon } from './repair/lexicon.ts';
import { repairDocument } from './repair/repair-document.ts';

/** A file as it was handed in. What it is, is told by its bytes; its name is only for messages. */
export type DocumentFile = { readonly fileName: string; readonly bytes: Uint8Array };

/** How far a reading has come. Pages are those of the format, or of the part that is read as pictures. */
export type ReadingProgress = {
  readonly phase: 'reading' | 'pictures' | 'records';
  readonly pagesDone?: number;
  readonly pagesTotal?: number;
};

export type ReadOptions = { readonly onProgress?: (progress: ReadingProgress) => void };

type Reader = (bytes: Uint8Array, options: ReadOptions) => SourceDocument | Promise<SourceDocument>;

/** The reader of each format that Kansli reads. Loaded when it is needed: the reader of PDF is large. */
const readers: Partial<Readonly<Record<FileFormat, Reader>>> = {
  text: readText,
  docx: async (bytes) => (await import('./docx/read-docx.ts')).readDocx(bytes),
  odt: async (bytes) => (await import('./odt/read-odt.ts')).readOdt(bytes),
  pdf: readPages,
  png: readPicture,
  jpeg: readPicture,
};

async function readPages(bytes: Uint8Array, { onProgress }: ReadOptions): Promise<SourceDocument> {
  await guardPdf(bytes);
  const { readPdf } = await import('./pdf/read-pdf.ts');
  const heard: PdfReadingOptions['onProgress'] = ({ phase, page, pages }) =>
    onProgress?.({ phase: phase === 'ocr' ? 'pictures' : 'reading', pagesDone: page, pagesTotal: pages });
  try {
    return await withPictures((ocr) => readPdf(bytes, { ocr, onProgress: heard }));
  } catch (error) {
    // What the library itself throws is about the file; anything else is a bug of ours and is told as one.
    if (error instanceof Error && /Exception$|^FormatError$/.test(error.name))
      throw new AppError('document.damaged', {}, error);
    throw error;
  }
}

function readPicture(bytes: Uint8Array, { onProgress }: ReadOptions): Promise<SourceDocument> {
  onProgress?.({ phase: 'pictures', pagesDone: 0, pagesTotal: 1 });
  return withPictures(async (ocr) => (await import('./read-image.ts')).readImage(bytes, ocr));
}

/** Lends a reader of pictures for one document. It is started at the first picture, because most papers have none. */
async function withPictures<T>(use: (ocr: Pick<Ocr, 'recognise'>) => Promise<T>): Promise<T> {
  let opened: Promise<Ocr> | undefined;
  try {
    return await use({
      recognise: async (image) => {
        opened ??= import('./ocr/recognise-page.ts').then(({ openOcr }) => openOcr());
        return await (await opened).recognise(image);
      },
    });
  } finally {
    await (await opened)?.close();
  }
}

/**
 * Reads a file of any format that Kansli knows into a source tree. What is no document is refused with the reason: bytes read as if they were
 * text would give proposals that nobody can check. A document under another name than its own is read for what it is, and that is said.
 */
export async function readDocument(file: DocumentFile, options: ReadOptions = {}): Promise<SourceDocument> {
  try {
    return await readByBytes(file, options);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Readers know bytes; the refusal names the file.
    throw new AppError(error.code, { name: file.fileName, ...error.values }, error.details);
  }
}

async function readByBytes({ fileName, bytes }: DocumentFile, options: ReadOptions): Promise<SourceDocument> {
  if (bytes.length === 0) throw new AppError('document.empty');
  const format = detectFormat(bytes);
  const read = readers[format] ?? refuse(format);
  const asRead = await read(bytes, options);
  holdSize(asRead);
  const source = repairDocument(asRead, openLexicon());
  const expected = formatByName(fileName);
  if (expected === undefined || expected === format) return source;
  return { ...source, problems: [mislabelled(fileName, format), ...source.problems] };
}

function refuse(format: FileFormat): never {
  if (format === 'encryptedOffice') throw new AppError('document.encrypted');
  const { name, remedy } = { remedy: undefined, ...fileFormats[format] };
  if (remedy) throw new AppError('document.formatNotRead', { format: name, remedy });
  throw new AppError('document.unknownFormat');
}

/** A tree may be larger than the file was: recognisers go over all of it. */
function holdSize({ text, blocks, pages = 0 }: SourceDocument): void {
  holdLimit('textCharacters', text.length);
  holdLimit('pages', pages);
  holdLimit('blocks', blocks.length);
  let cells = 0;
  for (const block of blocks) for (const line of block.lines) cells += line.cells?.length ?? 0;
  holdLimit('tableCells', cells);
}

function mislabelled(fileName: string, format: FileFormat): ReadProblem {
  return {
    code: 'mislabelled',
    message: `Filen heter ”${fileName}” men är ${fileFormats[format].name.sv}. Den har lästs som det den är.`,
  };
}
