import type { Run } from '../source-builder.ts';
import { columnEdges } from './column-edges.ts';
import { meantLines, printedLines } from './flow-lines.ts';
import type { PageBlock, Row } from './page-blocks.ts';
import type { TextRun } from './page-content.ts';
import type { ContentOf, TagNode } from './tagged-blocks.ts';

/** The rows of a tagged table. A row that says nothing is left out; a caption stands before the table as a paragraph. */
export function taggedTable(
  node: TagNode,
  contentOf: ContentOf,
  page: number,
  tableEnd: number,
  artifacts: readonly TextRun[],
): readonly PageBlock[] {
  const cells = rowsIn(node)
    .map((row) =>
      (row.children ?? [])
        .filter((cell) => cell.role === 'TD' || cell.role === 'TH')
        .map((cell) => cellParagraphs(cell, contentOf)),
    )
    .filter((row) => row.some((paragraphs) => paragraphs.some((runs) => runs.length > 0)));
  // A header row that is printed again is an artifact of the page; where its cells begin, columns begin that may be empty here.
  const rights = columnEdges(
    cells,
    tableEnd,
    artifacts.map((run) => run.x),
  );
  const rows = cells.map((row): Row => row.map((paragraphs, column) => cellRuns(paragraphs, rights[column]!)));
  const caption = (node.children ?? []).filter((child) => child.role === 'Caption').flatMap(contentOf);
  return [
    ...(caption.length > 0 ? [{ kind: 'paragraph', page, lines: meantLines(printedLines(caption)) } as const] : []),
    ...(rows.length > 0 ? [{ kind: 'table', page, rows } as const] : []),
  ];
}

function rowsIn(node: TagNode): readonly TagNode[] {
  return (node.children ?? []).flatMap((child) =>
    child.role === 'TR' ? [child] : child.role === 'Table' ? [] : rowsIn(child),
  );
}

/** The paragraphs of a cell: its blocks, or the whole cell when it has none. */
function cellParagraphs(cell: TagNode, contentOf: ContentOf): readonly (readonly TextRun[])[] {
  const blocks = (cell.children ?? []).filter(
    (child) => child.role !== undefined && /^(?:P|H\d?|L|LI|Div|Sect)$/.test(child.role),
  );
  if (blocks.length === 0) return [contentOf(cell)];
  return (cell.children ?? []).flatMap((child) =>
    child.role === 'L' ? (child.children ?? []).map(contentOf) : [contentOf(child)],
  );
}

/** The runs of a cell with `\n` where a paragraph or a meant line ends. */
export function cellRuns(paragraphs: readonly (readonly TextRun[])[], right: number): readonly Run[] {
  const lines = paragraphs.filter((runs) => runs.length > 0).flatMap((runs) => cellLines(runs, right));
  return lines.flatMap((runs, index) => (index === 0 ? runs : [{ text: '\n' }, ...runs]));
}

/** A cell in which most lines were meant to end lists things: there a line that was filled by chance ends too, when the next begins with a capital. */
function cellLines(runs: readonly TextRun[], right: number): readonly (readonly Run[])[] {
  const lines = printedLines(runs);
  const end = Math.max(right, ...runs.map((run) => run.x + run.width));
  const meant = meantLines(lines, end);
  if (meant.length < 3 || meant.length === lines.length || meant.length * 2 <= lines.length) return meant;
  return meantLines(
    lines,
    end,
    (before, next) => /^\p{Lu}\p{Ll}/u.test(next) && !/[-,–(]$|\b(?:av|för|i|med|och|på|till|om)$/u.test(before),
  );
}
