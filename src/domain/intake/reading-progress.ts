/** How far the reading of a file has come, as it is shown while a person waits. */
export type ReadingProgress = {
  /** Text is read, pages are read as pictures, or records are looked for in what was read. */
  readonly phase: 'reading' | 'pictures' | 'records';
  readonly pagesDone?: number;
  readonly pagesTotal?: number;
  /** Records found so far, by type. */
  readonly found?: Readonly<Record<string, number>>;
};

/** How large a part of the work is done, in percent: pages are most of it, and it is never all done before the reading is. */
export function percentOf({ phase, pagesDone = 0, pagesTotal = 0 }: ReadingProgress): number {
  const pages = pagesTotal > 0 ? Math.min(pagesDone / pagesTotal, 1) : 0;
  return phase === 'records' ? 90 : 10 + Math.floor(pages * 75);
}
