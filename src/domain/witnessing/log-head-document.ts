import { type DocumentTree, paragraph } from '../../documents/tree/index.ts';
import type { PrintedHead } from './head-of-act-reader.ts';

/** The same document with the head of the log as its last line: whoever keeps the paper keeps the proof. */
export function withLogHead(tree: DocumentTree, when: string, head: PrintedHead | undefined): DocumentTree {
  if (!head) return tree;
  return { ...tree, blocks: [...tree.blocks, paragraph(`Loggens huvud ${when}: nr ${head.seq}, ${head.hash}.`)] };
}
