import { lineRuns } from './join-lines.ts';
import { type Line, runsOf, wordsOf } from './lines.ts';
import type { PageContent } from './page-content.ts';
import { isPageNumber } from './page-furniture.ts';

/** A page with its lines from the top. */
export type LinedPage = { readonly page: PageContent; readonly lines: readonly Line[] };

/** The parts of a page in which heads and feet stand, and how many lines each may have. */
const topBand = 0.17;
const footBand = 0.86;
const edgeLines = 7;
/** A head that is printed on fewer pages may be chance, unless there are only two pages. */
const fewestPages = 3;

/** The lines of each page that are its running head or foot, or its number: what comes back at the same height, figures aside. */
export function edgeLinesOf(pages: readonly LinedPage[]): ReadonlySet<Line> {
  const edges = pages.map(({ page, lines }) => [
    ...lines.slice(0, edgeLines).filter((line) => line.y < page.height * topBand),
    ...lines.slice(-edgeLines).filter((line) => line.y > page.height * footBand),
  ]);
  const heights = new Map<string, number[]>();
  for (const line of edges.flat()) {
    const form = formOf(line);
    const others = heights.get(form);
    if (others) others.push(line.y);
    else heights.set(form, [line.y]);
  }
  const needed = pages.length === 2 ? 2 : fewestPages;
  const found = new Set<Line>();
  pages.forEach(({ page }, index) => {
    for (const line of edges[index]!) {
      const alike = heights.get(formOf(line))!.filter((y) => Math.abs(y - line.y) < 4).length;
      const isOutermost = line.y < page.height * 0.1 || line.y > page.height * 0.9;
      if (pages.length > 1 && alike >= needed && (needed > 2 || isOutermost)) found.add(line);
      else if (isOutermost && isPageNumber(lineRuns(runsOf(line)))) found.add(line);
    }
  });
  return found;
}

function formOf(line: Line): string {
  return wordsOf(line).replace(/\d+/g, '0').replace(/\s+/g, ' ').trim();
}
