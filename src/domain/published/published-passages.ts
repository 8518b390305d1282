import { type DocumentTree, inlinesOf, plainText } from '../../documents/tree/index.ts';

/** A stretch of a published record that is found by its words, under the heading it stands below. */
export type PublishedPassage = {
  readonly anchor: string | null;
  readonly heading: string | null;
  readonly words: string;
};

/** Characters that a passage holds at most: a hit should point at a place, not at a document. */
const longest = 1_500;

/** The passages of a tree: what stands under one heading, cut where it becomes long. */
export function passagesOf(tree: DocumentTree): readonly PublishedPassage[] {
  const passages: PublishedPassage[] = [];
  let place: Pick<PublishedPassage, 'anchor' | 'heading'> = { anchor: null, heading: null };
  let words = '';
  const end = () => {
    if (words.trim() !== '') passages.push({ ...place, words: words.trim() });
    words = '';
  };
  for (const block of tree.blocks) {
    if (block.kind === 'heading') {
      end();
      place = { anchor: block.anchor ?? null, heading: plainText(block.content) };
      continue;
    }
    for (const run of inlinesOf(block)) {
      const text = plainText(run).trim();
      if (words !== '' && words.length + text.length > longest) end();
      words += `${words === '' ? '' : '\n'}${text}`;
    }
  }
  end();
  return passages;
}
