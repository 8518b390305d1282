import { readingLimits } from './documents/in/limits.ts';
import { type DocumentReader, openReader, type ReaderOptions } from './documents/in/process/open-reader.ts';
import { readDocument as readSource } from './documents/in/read-document.ts';
import {
  isReadFile,
  type ReadDocument,
  type ReadFile,
  type ReadingProgress,
  readRecords,
} from './domain/intake/index.ts';

/** Reads bytes into the records they propose: the formats of `documents/in`, the recognisers of the nouns. In whatever process calls it. */
export const readDocument: ReadDocument = async ({ fileName, bytes }, { onProgress } = {}) => {
  let pages: Pick<ReadingProgress, 'pagesDone' | 'pagesTotal'> = {};
  const source = await readSource(
    { fileName, bytes },
    {
      onProgress: ({ phase, pagesDone, pagesTotal }) => {
        pages = { pagesDone, pagesTotal };
        onProgress?.({ phase, ...pages });
      },
    },
  );
  const result = readRecords(source, fileName, (found) => onProgress?.({ phase: 'records', ...pages, found }));
  const { pageSizes = [], places = [], repairs = [] } = source;
  return { text: source.text, result, layout: { pages: pageSizes, places, repairs } };
};

/** The same in a process of its own with limits: how the product reads what others have written. */
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
