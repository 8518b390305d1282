import type { ReadingProgress } from '../domain/intake/index.ts';
import { fillText } from '../kernel/fill-text.ts';
import type { Language } from '../kernel/language.ts';

const texts = {
  pages: { sv: '{done} av {total} sidor', en: '{done} of {total} pages' },
  pictures: { sv: '{done} av {total} sidor lästa som bild', en: '{done} of {total} pages read as pictures' },
  found: { sv: '{count} poster', en: '{count} records' },
  reading: { sv: 'läser', en: 'reading' },
} as const;

/** How far a reading is, in a few words: "3 av 45 sidor, 27 poster". */
export function readingSoFar(progress: ReadingProgress, language: Language): string {
  const { phase, pagesDone = 0, pagesTotal = 0, found } = progress;
  const pages = phase === 'pictures' ? texts.pictures : texts.pages;
  const said = [
    ...(pagesTotal > 0 ? [fillText(pages[language], language, { done: pagesDone, total: pagesTotal })] : []),
    ...(found ? [fillText(texts.found[language], language, { count: totalOf(found) })] : []),
  ];
  return said.join(', ') || texts.reading[language];
}

function totalOf(found: Readonly<Record<string, number>>): number {
  return Object.values(found).reduce((sum, count) => sum + count, 0);
}
