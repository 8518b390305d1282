import { readDocument as readSource } from './documents/in/read-document.ts';
import type { ReadDocument, ReadingProgress } from './domain/intake/index.ts';

/**
 * Reads bytes into the records they propose: the formats of `documents/in`, the recognisers of the nouns. In whatever process calls it. The nouns
 * are loaded when a file has become text: a process that only refuses a hostile file needs none of their memory.
 */
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
  const { readRecords } = await import('./domain/intake/index.ts');
  const result = readRecords(source, fileName, (found) => onProgress?.({ phase: 'records', ...pages, found }));
  const { pageSizes = [], places = [], repairs = [] } = source;
  return { text: source.text, result, layout: { pages: pageSizes, places, repairs } };
};
