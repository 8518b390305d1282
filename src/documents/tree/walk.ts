import type { Block, DocumentTree, Inline } from './tree.ts';

/** Every run of inline content in a block, in reading order: the cells of a table, the items of a list, the clauses of a decision. */
export function inlinesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'quotation':
    case 'callout':
      return [block.content];
    case 'list':
      return block.items.map((item) => item.content);
    case 'table':
      return [...block.header, ...block.rows.flat()];
    case 'decision':
      return [block.intro, ...block.clauses];
    case 'facts':
    case 'chart':
    case 'diagram':
    case 'divider':
    case 'pageBreak':
      return [];
  }
}

/** The numbers of the notes that the text of a tree points at, in reading order; a number stands once for each time it is cited. */
export function citedNotes(tree: DocumentTree): readonly number[] {
  return numbersIn(tree.blocks.flatMap(inlinesOf));
}

/** The numbers that some runs of inline content point at. */
export function numbersIn(runs: readonly (readonly Inline[])[]): readonly number[] {
  return runs.flat().flatMap((part) => (part.kind === 'noteRef' ? [part.number] : []));
}

/** Every link of a tree, in its text and in its notes. */
export function linksOf(tree: DocumentTree): readonly Extract<Inline, { kind: 'link' }>[] {
  return [...tree.blocks.flatMap(inlinesOf), ...(tree.notes ?? []).map((note) => note.content)]
    .flat()
    .filter((part) => part.kind === 'link');
}

/** Whether a note reference follows another at once: writers then put a comma between, because "12" and "13" side by side read as 1213. */
export function followsNote(content: readonly Inline[], index: number): boolean {
  return content[index]?.kind === 'noteRef' && content[index - 1]?.kind === 'noteRef';
}
