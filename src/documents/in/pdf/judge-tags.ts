import { printedLines } from './flow-lines.ts';
import { lettersIn, type PageContent, type TextRun } from './page-content.ts';
import { type ContentOf, markOf, type TagNode } from './tagged-blocks.ts';

/** The least part of the letters that a tag tree must cover to be believed. */
const leastCovered = 0.9;
/** Above this part of paragraphs that end in the middle of a sentence, the tree has tagged lines and not paragraphs. */
const mostTorn = 0.15;

export type TaggedPage = { readonly page: PageContent; readonly tree: TagNode | null };

/**
 * Whether the tag tree of a document tells its structure. Some programs write one that leaves out half of the page, or makes each printed line a
 * paragraph of its own; the layout then knows more.
 */
export function tagsAreUseful(pages: readonly TaggedPage[]): boolean {
  let all = 0;
  let covered = 0;
  let paragraphs = 0;
  let torn = 0;
  let before: readonly TextRun[] = [];
  for (const { page, tree } of pages) {
    const runsByTag = Map.groupBy(page.runs, (run) => run.tag);
    const contentOf: ContentOf = (node) => {
      const mark = markOf(node);
      return mark === undefined ? (node.children ?? []).flatMap(contentOf) : (runsByTag.get(mark) ?? []);
    };
    all += lettersIn(page.runs.filter((run) => run.tag !== 'artifact'));
    if (!tree) continue;
    covered += lettersIn(contentOf(tree));
    for (const node of paragraphsIn(tree)) {
      const runs = contentOf(node);
      if (runs.length === 0) continue;
      const lines = printedLines(runs);
      paragraphs += 1;
      if (lines.length === 1 && before.length > 0 && isTorn(before, runs)) torn += 1;
      before = lines.length === 1 ? runs : [];
    }
  }
  return covered > 0 && covered >= all * leastCovered && torn <= paragraphs * mostTorn;
}

/** A line in the middle of its sentence that goes on right below, in the same size, in the next paragraph. */
function isTorn(before: readonly TextRun[], next: readonly TextRun[]): boolean {
  const [last, first] = [before.at(-1)!, next[0]!];
  const distance = (first.y - last.y) / first.size;
  const isBelow = distance > 0 && distance < 1.6 && Math.abs(first.size - last.size) < 0.5;
  return isBelow && /[\p{Ll},]$/u.test(last.text) && /^\p{Ll}/u.test(first.text);
}

function paragraphsIn(node: TagNode): readonly TagNode[] {
  if (node.role === 'P') return [node];
  if (node.role === 'Table') return [];
  return (node.children ?? []).flatMap(paragraphsIn);
}
