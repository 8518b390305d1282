import { regionsOf } from './columns.ts';
import { findTables, type TableLines } from './find-tables.ts';
import { meantLines } from './flow-lines.ts';
import { headingLevels, isHeading, type TextLook } from './heading-levels.ts';
import { type FoundItem, inLists } from './item-lists.ts';
import { joinLines, lineRuns } from './join-lines.ts';
import { type Line, linesOf, runsOf, wordsOf } from './lines.ts';
import type { PageBlock } from './page-blocks.ts';
import type { PageContent } from './page-content.ts';
import { edgeLinesOf, type LinedPage } from './page-edges.ts';
import { furnitureBlock, isPageNumber } from './page-furniture.ts';
import { gridsOf } from './ruled-grids.ts';
import { borderRules } from './struck-runs.ts';
import { rowsOfTable } from './table-rows.ts';
import { withoutStart } from './tagged-list.ts';
import { textEdges } from './text-edge.ts';
import { type TextGroup, textGroups } from './text-groups.ts';
import { type UprightPage, uprightPage } from './upright-page.ts';
import { wholeGrids } from './whole-grids.ts';

type Part = { readonly right: number } & ({ readonly table: TableLines } | { readonly group: TextGroup });
type Laid = {
  readonly page: UprightPage;
  readonly heads: readonly Line[];
  readonly parts: readonly Part[];
  readonly feet: readonly Line[];
};

/** The blocks of pages without tags, judged by how they are laid out. What is usual in the document (size, leading) is measured first. */
export function layoutBlocks(contents: readonly PageContent[]): readonly (readonly PageBlock[])[] {
  const pages = contents.map(uprightPage).map((page) => ({ page, lines: linesOf(page.runs) }));
  const edges = edgeLinesOf(pages);
  const look: TextLook = { bodySize: bodySizeOf(pages), measured: contents.some((page) => page.measured) };
  const edgeOf = textEdges(pages);
  const leading = leadingOf(pages, look.bodySize, edgeOf);
  const laid = pages.map(({ page, lines }): Laid => {
    const drawn = gridsOf(borderRules(page.runs, page.rules));
    const text = lines.filter((line) => !edges.has(line));
    const grids = page.measured ? wholeGrids(drawn, text) : drawn;
    const own = lines.filter((line) => edges.has(line));
    return {
      page,
      heads: own.filter((line) => line.y < page.height / 2),
      feet: own.filter((line) => line.y >= page.height / 2),
      parts: regionsOf(text, grids).flatMap((region) => partsOf(region, grids, leading, edgeOf(page))),
    };
  });
  const groups = laid.flatMap(({ parts }) => parts.flatMap((part) => ('group' in part ? [part.group] : [])));
  const levelOf = headingLevels(groups.filter((group) => isHeading(group, look)));
  return laid.map(({ page, heads, parts, feet }) => [
    ...heads.map((line) => furnitureOf(page, line)),
    ...inLists(parts.map((part) => blockOf(part, page, look, levelOf, leading))),
    ...linesOf(page.turned).map(
      (line): PageBlock => ({ kind: 'paragraph', page: page.number, lines: [lineRuns(runsOf(line))] }),
    ),
    ...feet.map((line) => furnitureOf(page, line)),
  ]);
}

function partsOf(
  region: readonly Line[],
  grids: Parameters<typeof findTables>[1],
  leading: number,
  edge: number,
): readonly Part[] {
  const own = Math.max(...region.map((line) => line.x1));
  const right = region.some((line) => line.isColumn) ? own : Math.max(own, edge);
  return findTables(region, grids).flatMap((part): readonly Part[] =>
    part.kind === 'table'
      ? [{ table: part, right }]
      : textGroups(part.lines, leading, right).map((group) => ({ group, right })),
  );
}

function blockOf(
  part: Part,
  { number: page }: PageContent,
  look: TextLook,
  levelOf: (group: TextGroup) => number,
  leading: number,
): PageBlock | FoundItem {
  if ('table' in part) return { kind: 'table', page, rows: rowsOfTable(part.table, part.right) };
  const { group, right } = part;
  const lines = group.lines.map(runsOf);
  const joined = () => joinLines(lines.map(lineRuns));
  if (isHeading(group, look)) return { kind: 'heading', page, level: levelOf(group), runs: joined() };
  if (!group.marker)
    return { kind: 'paragraph', page, lines: meantLines(lines, right), room: right - group.lines.at(-1)!.x1 };
  const runs = withoutStart(joined(), group.marker.printed.length);
  return {
    kind: 'item',
    page,
    item: { ...group.marker, runs },
    x: group.lines[0]!.x0,
    isLoose: group.above > leading * 1.3,
  };
}

function furnitureOf(page: PageContent, line: Line): PageBlock {
  const runs = lineRuns(runsOf(line));
  return furnitureBlock(page.number, isPageNumber(runs) ? 'pageNumber' : 'runningHead', runs);
}

/** How much a letter counts in a line that is parted by gaps: tables are often set smaller than the text, but so may whole columns be. */
const partedWeight = 0.4;

/** The size in which most letters of running text are set. */
function bodySizeOf(pages: readonly LinedPage[]): number {
  const letters = new Map<number, number>();
  for (const line of pages.flatMap(({ lines }) => lines)) {
    const size = Math.round(line.size * 2) / 2;
    const weight = line.segments.length > 1 ? partedWeight : 1;
    letters.set(size, (letters.get(size) ?? 0) + wordsOf(line).length * weight);
  }
  return [...letters].reduce((best, next) => (next[1] > best[1] ? next : best), [10, 0] as const)[0];
}

/** A line that ends further from the edge than this part of its own length is hardly the first of a paragraph that goes on. */
const nearEdge = 0.25;
/** A distance that comes at least this often, to the most usual one, is no chance. */
const oftenEnough = 0.2;

/**
 * The usual distance between lines of a paragraph, in sizes: the least of those that come often below full lines. In papers of short paragraphs
 * the distance between paragraphs comes more often.
 */
function leadingOf(pages: readonly LinedPage[], bodySize: number, edgeOf: (page: PageContent) => number): number {
  const counts = new Map<number, number>();
  for (const { page, lines } of pages)
    lines.forEach((line, index) => {
      const before = lines[index - 1];
      if (!before || Math.abs(line.size - bodySize) > bodySize * 0.08) return;
      if (before.segments.length > 1 || before.x1 + (before.x1 - before.x0) * nearEdge < edgeOf(page)) return;
      const distance = Math.round(((line.y - before.y) / line.size) * 20) / 20;
      if (distance > 0.8 && distance < 2.6) counts.set(distance, (counts.get(distance) ?? 0) + 1);
    });
  const most = Math.max(0, ...counts.values());
  const often = [...counts].flatMap(([distance, count]) => (count >= most * oftenEnough ? [distance] : []));
  return often.length > 0 ? Math.min(...often) : 1.3;
}
