import { countForms } from '../written-lines.ts';
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
    lines.slice(0, edgeLines).filter((line) => line.y < page.height * topBand),
    lines.slice(-edgeLines).filter((line) => line.y > page.height * footBand),
  ]);
  const places = new Map<string, Place[]>();
  edges.forEach((lines, index) => {
    for (const line of lines.flat()) {
      const form = formOf(line);
      const others = places.get(form);
      if (others) others.push({ index, y: line.y });
      else places.set(form, [{ index, y: line.y }]);
    }
  });
  const needed = pages.length === 2 ? 2 : fewestPages;
  const isHead = ({ page, lines }: LinedPage, line: Line): boolean => {
    const isOutermost = line.y < page.height * 0.1 || line.y > page.height * 0.9;
    if (isOutermost && isPageNumber(lineRuns(runsOf(line)))) return true;
    const alike = (places.get(formOf(line)) ?? []).filter(({ y }) => Math.abs(y - line.y) < 4);
    if (pages.length > 1 && comesBack(alike, needed) && (needed > 2 || isOutermost)) return true;
    return isTitleInMargin(line, lines, page);
  };
  const countOf = lazyCounts(pages);
  return new Set(
    pages.flatMap((lined, index) => {
      const { page } = lined;
      const [top, foot] = edges[index]!;
      return [
        ...outermost(
          top!,
          (line) => isHead(lined, line),
          (line) => line.y < page.height * marginBand,
        ),
        ...outermost(
          [...foot!].reverse(),
          (line) => isHead(lined, line),
          (line) => line.y > page.height * (1 - marginBand),
        ),
      ];
    }),
  );

  /** The title of the paper, set small above the text of a page: the head of one that has too few pages for it to come back. */
  function isTitleInMargin(line: Line, lines: readonly Line[], page: PageContent): boolean {
    const below = lines[1];
    if (page.number === 1 || lines[0] !== line || !below || line.y > page.height * 0.1) return false;
    return line.size < below.size * 0.85 && below.y - line.y > below.size * 3 && countOf(formOf(line)) > 1;
  }
}

/** The part of the page, from its edge, in which no running text stands. */
const marginBand = 0.07;

/**
 * The heads among the lines of one edge, from the outermost: below a line of text there is none, although "Beslut" may stand in the same place on
 * many pages. In the margin there may be anything, as a stamp.
 */
function outermost(
  lines: readonly Line[],
  isHead: (line: Line) => boolean,
  isInMargin: (line: Line) => boolean,
): readonly Line[] {
  const heads: Line[] = [];
  for (const line of lines) {
    if (isHead(line)) heads.push(line);
    else if (!isInMargin(line)) break;
  }
  return heads;
}

/** How many lines of the document have a form, counted when it is first asked: few documents need it. */
function lazyCounts(pages: readonly LinedPage[]): (form: string) => number {
  let counts: ReadonlyMap<string, number> | undefined;
  return (form) => {
    counts ??= countForms(pages.flatMap(({ lines }) => lines.map(formOf)));
    return counts.get(form) ?? 0;
  };
}

type Place = { readonly index: number; readonly y: number };

/** The least part of the pages that have a head, from the first that has it to the last: papers in one file have heads of their own. */
const leastShare = 0.4;

function comesBack(places: readonly Place[], needed: number): boolean {
  const span = places.at(-1)!.index - places[0]!.index + 1;
  return places.length >= Math.max(needed, span * leastShare);
}

const sectionHead = /^(?:\p{Lu}\p{L}{0,4}\s+)?§\s*\d/u;

/** The words of a line without its figures, which change from page to page. The number of a § changes too, but heads the text below it. */
function formOf(line: Line): string {
  const words = wordsOf(line).replace(/\s+/g, ' ').trim();
  return sectionHead.test(words) ? words : words.replace(/\d+/g, '0');
}
