import { createHash } from 'node:crypto';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '../../../kernel/errors.ts';
import type { ReadProblem } from '../../tree/recognise.ts';
import type { SourceDocument, SourceFormat, SourcePage } from '../../tree/source.ts';
import { holdLimit } from '../limits.ts';
import type { Ocr } from '../ocr/recognise-page.ts';
import { type TaggedPage, tagsAreUseful } from './judge-tags.ts';
import { layoutBlocks } from './layout-blocks.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import type { PageBlock } from './page-blocks.ts';
import { readPageContent } from './page-content-reader.ts';
import { picturePages } from './picture-pages.ts';
import { sourceOfPages } from './source-of-pages.ts';
import { type TagNode, taggedBlocks } from './tagged-blocks.ts';
import { textEdges } from './text-edge.ts';
import { isUnreadable } from './unreadable-font.ts';

export type PdfReadingOptions = {
  readonly onProgress?: (progress: {
    readonly phase: 'reading' | 'ocr';
    readonly page: number;
    readonly pages: number;
  }) => void;
  /** Reads pages that are pictures, or whose letters are wrong. Without it such pages are reported and stay empty. */
  readonly ocr?: Pick<Ocr, 'recognise'>;
  /** Reads so many pages from the first. */
  readonly maxPages?: number;
};

/**
 * Reads a PDF into a source tree: by its tag tree when it has one that can be believed, else by the layout of its pages, and pages that are
 * pictures by OCR.
 */
export async function readPdf(bytes: Uint8Array, options: PdfReadingOptions = {}): Promise<SourceDocument> {
  const pdf = await openPdf(bytes, 'text');
  try {
    const { pages, problems, scanned } = await readPages(pdf, bytes, options);
    const isTagged = scanned === 0 && tagsAreUseful(pages);
    const blocks = isTagged ? blocksByTags(pages) : layoutBlocks(pages.map(({ page }) => page));
    const format: SourceFormat = isTagged ? 'taggedPdf' : scanned > pages.length / 2 ? 'scan' : 'pdf';
    return {
      ...sourceOfPages(blocks),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      problems,
      pages: pages.length + problems.filter(({ code }) => code === 'damagedPage').length,
      format,
      pageSizes: pages.map(
        ({ page: { number, width, height, measured } }): SourcePage => ({
          number,
          width,
          height,
          ...(measured && { scanned: true }),
        }),
      ),
    };
  } finally {
    await pdf.close();
  }
}

function blocksByTags(pages: readonly TaggedPage[]): readonly (readonly PageBlock[])[] {
  const edgeOf = textEdges(pages);
  return pages.map(({ page, tree }) => (tree ? taggedBlocks(page, tree, edgeOf(page)) : []));
}

/** Whether the file says that it is tagged. The library answers with a map where its types promise an object. */
async function hasTags(document: PDFDocumentProxy): Promise<boolean> {
  const marks = (await document.getMarkInfo().catch(() => null)) as unknown;
  if (marks instanceof Map) return marks.get('Marked') === true;
  return (marks as { Marked?: boolean } | null)?.Marked === true;
}

async function readPage(document: PDFDocumentProxy, number: number, isMarked: boolean): Promise<TaggedPage> {
  const page = await document.getPage(number);
  const tree = isMarked ? ((await page.getStructTree().catch(() => null)) as TagNode | null) : null;
  return { page: await readPageContent(page), tree };
}

/** One damaged page must not keep the others from being read; a limit that is passed must. */
function unlessRefused(error: unknown): undefined {
  if (error instanceof AppError) throw error;
}

async function readPages({ document }: OpenPdf, bytes: Uint8Array, { onProgress, ocr, maxPages }: PdfReadingOptions) {
  holdLimit('pages', document.numPages);
  const count = Math.min(document.numPages, maxPages ?? document.numPages);
  const isMarked = await hasTags(document);
  const pages: TaggedPage[] = [];
  const problems: ReadProblem[] = [];
  const pictures = picturePages(bytes, ocr);
  let scanned = 0;
  try {
    for (let number = 1; number <= count; number++) {
      const found = await readPage(document, number, isMarked).catch(unlessRefused);
      if (!found) {
        problems.push({ code: 'damagedPage', message: pageMessages.damagedPage(number) });
        continue;
      }
      const { page: content, tree } = found;
      onProgress?.({ phase: 'reading', page: number, pages: count });
      const reason = isUnreadable(content.runs)
        ? 'unreadableFont'
        : (await pictures.isPicture(content))
          ? 'scannedPage'
          : undefined;
      if (!reason) {
        pages.push({ page: content, tree });
        continue;
      }
      onProgress?.({ phase: 'ocr', page: number, pages: count });
      const read = await pictures.read(content);
      if (read) scanned += 1;
      else problems.push({ code: reason, message: pageMessages[reason](number) });
      pages.push({ page: read ?? content, tree });
    }
  } finally {
    await pictures.close();
  }
  return { pages, problems, scanned };
}

const pageMessages = {
  damagedPage: (page: number) =>
    `Sida ${page} är skadad och har inte lästs. Öppna dokumentet där det skrevs och spara om det.`,
  unreadableFont: (page: number) =>
    `Sida ${page}: bokstäverna i filen är inte de som syns, så texten kan inte läsas. Läs sidan som bild, eller skriv ut dokumentet till en ny PDF.`,
  scannedPage: (page: number) =>
    `Sida ${page} är en bild utan text och har inte lästs. Läs in dokumentet igen med bildläsning.`,
} as const;
