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
  return { text: source.text, result };
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
