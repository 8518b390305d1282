import { type Line, linesOf, wordsOf } from './lines.ts';
import type { PageContent } from './page-content.ts';

/** A page, and its lines where they are known. */
type PerhapsLined = { readonly page: PageContent; readonly lines?: readonly Line[] };

/** Letters of a line that is surely one of running text. */
const longLine = 45;
/** The part of the long lines that may end further out: lines of tables that were taken for text. */
const outliers = 0.03;

/**
 * Where full lines of running text end on pages of one size. A page with only short lines does not show it, and a table may be wider than the
 * text: so it is measured on the long lines of the whole document.
 */
export function textEdges(pages: readonly PerhapsLined[]): (page: PageContent) => number {
  const shape = (page: PageContent) => `${Math.round(page.width)} ${Math.round(page.height)}`;
  const ends = new Map<string, { readonly long: number[]; all: number }>();
  for (const { page, lines } of pages) {
    const known = ends.get(shape(page)) ?? { long: [], all: 0 };
    for (const line of linesOfText(page, lines)) {
      known.all = Math.max(known.all, line.x1);
      if (line.segments.length === 1 && wordsOf(line).length >= longLine) known.long.push(line.x1);
    }
    ends.set(shape(page), known);
  }
  const edges = new Map(
    [...ends].map(([key, { long, all }]) => {
      const sorted = long.sort((a, b) => a - b);
      return [key, sorted.length > 2 ? sorted[Math.floor((sorted.length - 1) * (1 - outliers))]! : all];
    }),
  );
  return (page) => edges.get(shape(page)) ?? page.width;
}

/** The lines of a page without what is turned or there for the page only. */
function linesOfText({ runs }: PageContent, lines: readonly Line[] | undefined): readonly Line[] {
  const own = runs.filter((run) => run.turns === 0 && run.tag !== 'artifact');
  return lines && own.length === runs.length ? lines : linesOf(own);
}
