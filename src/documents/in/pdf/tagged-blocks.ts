import { meantLines, printedLines, rightEnd } from './flow-lines.ts';
import { joinLines, lineRuns } from './join-lines.ts';
import type { PageBlock } from './page-blocks.ts';
import type { PageContent, TextRun } from './page-content.ts';
import { furnitureBlock, isPageNumber } from './page-furniture.ts';
import { taggedList } from './tagged-list.ts';
import { taggedTable } from './tagged-table.ts';

/** A node of the tag tree as pdf.js gives it, for one page. */
export type TagNode = {
  readonly role?: string;
  readonly children?: readonly TagNode[];
  readonly type?: string;
  readonly id?: string;
};

/** The runs that stand in a node and all below it, in the order of the tree. */
export type ContentOf = (node: TagNode) => readonly TextRun[];

const inlineRoles: ReadonlySet<string> = new Set(
  'Span Link Reference Em Strong Lbl Sub Ruby Quote Code BibEntry Annot Form Formula'.split(' '),
);
const paragraphRoles: ReadonlySet<string> = new Set(['P', 'Caption', 'Note', 'FENote', 'TOCI', 'Figure']);

/** The number of the marked content that a node of the tree refers to. */
export function markOf(node: TagNode): number | undefined {
  const mark = node.type === 'content' ? /mc(\d+)$/.exec(node.id ?? '')?.[1] : undefined;
  return mark === undefined ? undefined : Number(mark);
}

/** The blocks of one page by its tag tree. Words that the tree does not know are left out: whether that is too many is judged before. `right` is where full lines end. */
export function taggedBlocks(page: PageContent, tree: TagNode, right: number): readonly PageBlock[] {
  const runsByTag = Map.groupBy(page.runs, (run) => run.tag);
  const contentOf: ContentOf = (node) => {
    const mark = markOf(node);
    if (mark !== undefined) return runsByTag.get(mark) ?? [];
    return (node.children ?? []).flatMap(contentOf);
  };
  const blocks: PageBlock[] = [];
  let loose: TextRun[] = [];

  const paragraph = (runs: readonly TextRun[]) => {
    const lines = printedLines(runs);
    const last = lines.at(-1);
    if (last)
      blocks.push({
        kind: 'paragraph',
        page: page.number,
        lines: meantLines(lines, right),
        room: right - rightEnd(last),
      });
  };
  const flush = () => {
    paragraph(loose);
    loose = [];
  };
  const visit = (node: TagNode): void => {
    const role = node.role ?? '';
    if (node.type === 'content' || inlineRoles.has(role)) {
      loose.push(...contentOf(node));
      return;
    }
    flush();
    const [heading, depth = '1'] = /^(?:H(\d)?|Title)$/.exec(role) ?? [];
    if (heading) {
      const runs = joinLines(printedLines(contentOf(node)).map(lineRuns));
      if (runs.length > 0) blocks.push({ kind: 'heading', page: page.number, level: Math.min(6, Number(depth)), runs });
    } else if (role === 'L') blocks.push(...taggedList(node, contentOf, page.number));
    else if (role === 'Table')
      blocks.push(...taggedTable(node, contentOf, page.number, right, runsByTag.get('artifact') ?? []));
    else if (paragraphRoles.has(role) && !hasBlocks(node)) paragraph(contentOf(node));
    else for (const child of node.children ?? []) visit(child);
    flush();
  };
  visit(tree);
  flush();
  const artifacts = artifactsOf(page);
  return [...artifacts.top, ...blocks, ...artifacts.foot];
}

function hasBlocks(node: TagNode): boolean {
  return (node.children ?? []).some(
    (child) => child.role !== undefined && (!inlineRoles.has(child.role) || hasBlocks(child)),
  );
}

/** What the file itself calls an artifact: heads and feet of pages, and header rows that are printed again on the next page. */
function artifactsOf(page: PageContent) {
  const lines = printedLines(page.runs.filter((run) => run.tag === 'artifact'));
  const blocks = lines.map((line) => {
    const runs = lineRuns(line);
    const y = line[0]!.box.y;
    const isEdge = y < page.height * 0.13 || y > page.height * 0.87;
    const reason = isPageNumber(runs) ? 'pageNumber' : isEdge ? 'runningHead' : 'repeatedHeader';
    return { y, block: furnitureBlock(page.number, reason, runs) };
  });
  return {
    top: blocks.filter(({ y }) => y < page.height / 2).map(({ block }) => block),
    foot: blocks.filter(({ y }) => y >= page.height / 2).map(({ block }) => block),
  };
}
