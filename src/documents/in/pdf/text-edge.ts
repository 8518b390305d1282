import type { PageContent } from './page-content.ts';

/**
 * Where full lines of text end on pages of one size. A page with only short lines does not show it; the others of the document do. The third
 * quartile is taken, so that a single page with a wide table or a note in the margin does not move it.
 */
export function textEdges(pages: readonly PageContent[]): (page: PageContent) => number {
  const shape = (page: PageContent) => `${Math.round(page.width)} ${Math.round(page.height)}`;
  const ends = new Map<string, number[]>();
  const endOf = (page: PageContent) =>
    page.runs.reduce(
      (end, run) =>
        run.turns === 0 && run.tag !== 'artifact' && run.box.y < page.height * 0.92
          ? Math.max(end, run.x + run.width)
          : end,
      0,
    );
  for (const page of pages) {
    const others = ends.get(shape(page)) ?? [];
    others.push(endOf(page));
    ends.set(shape(page), others);
  }
  const edges = new Map(
    [...ends].map(([key, values]) => [key, values.sort((a, b) => a - b)[Math.floor(values.length * 0.75)]!]),
  );
  return (page) => Math.max(endOf(page), edges.get(shape(page)) ?? 0);
}
