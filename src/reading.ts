import { readingLimits } from './documents/in/limits.ts';
import { type DocumentReader, openReader, type ReaderOptions } from './documents/in/process/open-reader.ts';
import { isReadFile, type ReadFile, type ReadingProgress } from './domain/intake/index.ts';

export { readDocument } from './read-paper.ts';

/** What `readDocument` does, in a process of its own with limits: how the product reads what others have written. */
export type PaperReader = DocumentReader<ReadFile, ReadingProgress>;

export function openPaperReader(options: Partial<Omit<ReaderOptions<ReadFile>, 'entry' | 'check'>> = {}): PaperReader {
  return openReader({
    largestFile: readingLimits.fileBytes,
    ...options,
    entry: new URL('./reading-process.ts', import.meta.url),
    check: (answer) => {
      if (!isReadFile(answer))
        throw new Error('The process that reads gave an answer that is not the reading of a file.');
      return answer;
    },
  });
}

/** Answers a page of a file as a picture: drawn once, and kept. */
export type PagePainter = (
  file: { readonly sha256: string; readonly fileName: string },
  page: number,
) => Promise<Uint8Array>;

/** Pixels of width: sharp on a wide screen, and when the page is enlarged to twice the column. */
const pageWidth = 1_240;

export function openPagePainter(
  reader: Pick<PaperReader, 'draw'>,
  blobs: { readonly get: (hash: string) => Promise<Uint8Array> },
  kept: {
    readonly find: (name: string) => Promise<Uint8Array | undefined>;
    readonly keep: (name: string, bytes: Uint8Array) => Promise<void>;
  },
): PagePainter {
  return async ({ sha256, fileName }, page) => {
    const name = `${sha256}-${page}-${pageWidth}.png`;
    const found = await kept.find(name);
    if (found) return found;
    const picture = await reader.draw({ fileName, bytes: await blobs.get(sha256) }, { page, width: pageWidth });
    await kept.keep(name, picture);
    return picture;
  };
}
