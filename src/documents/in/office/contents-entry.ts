import type { ContentsEntry } from '../../tree/source.ts';

const entryForm =
  /^\s*(?:(?<number>\d+(?:\.\d+)*\.?)\s+)?(?<title>\S.*?)(?:\s*(?:(?:\.{3,}|…)\s*|\t\s*)(?<page>\d{1,4}))?\s*$/u;
const headForm = /^\s*(?:innehåll|innehållsförteckning|contents|table of contents)\s*$/iu;

/** What a line of a table of contents says, where the format tells that it is one; undefined for the word "Innehåll" itself. */
export function contentsEntryOf(words: string): Omit<ContentsEntry, 'span'> | undefined {
  const { number, title, page } = entryForm.exec(words)?.groups ?? {};
  if (!title || headForm.test(words)) return undefined;
  return {
    ...(number && { number }),
    title: title.replace(/\s+/g, ' ').trim(),
    ...(page && { page: Number(page) }),
  };
}
